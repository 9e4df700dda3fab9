import { reportPath } from '@connect/contract/rooms/change-reports'
import { receiptPath, receiptResponse, receiptsResponse } from '@connect/contract/rooms/receipts'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { prefersPdf } from '../../kernel/accept.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { OwnReceiptsService } from './own-receipts.service.ts'

const pdf = 'application/pdf'

const response = {
  200: {
    description: 'The receipt.',
    content: { 'application/json': { schema: receiptResponse }, [pdf]: { schema: z.file() } },
  },
}

export const ownReceiptsRoutes: FastifyPluginAsyncZod<{ readonly own: OwnReceiptsService }> = async (
  app,
  { own },
) => {
  app.route({
    method: 'GET',
    url: '/receipts',
    config: { operationId: 'listReceipts', access: 'client', audit: 'none', problems: ['case.held'] },
    schema: {
      tags: ['receipts'],
      summary: 'My receipts',
      description:
        'Newest first: of what this account submitted, and of what the agency entered for a client ID of this account.',
      querystring: pageQuery,
      response: { 200: receiptsResponse },
    },
    handler: (request) => own.list(signedInActor(request).accountId, request.query),
  })

  app.route({
    method: 'GET',
    url: '/receipts/:id',
    config: {
      operationId: 'getReceipt',
      access: 'client',
      audit: 'receipt.read',
      problems: ['resource.not_found', 'case.held', 'limit.rate'],
    },
    schema: {
      tags: ['receipts'],
      summary: 'A receipt of mine',
      description:
        'As it was given, or with `Accept: application/pdf` as a document in the language in which it was given. Both are signed: `POST /receipts/verification` takes either, byte for byte as it came.',
      params: receiptPath,
      response,
    },
    handler: (request, reply) => give(request, reply, { id: request.params.id }),
  })

  app.route({
    method: 'GET',
    url: '/change-reports/:id/receipt',
    config: {
      operationId: 'getReportReceipt',
      access: 'client',
      audit: 'receipt.read',
      problems: ['resource.not_found', 'case.held', 'limit.rate'],
    },
    schema: {
      tags: ['receipts'],
      summary: 'The receipt of a report of mine',
      description:
        'The one that its submission gave; what was added later has receipts of its own. As JSON, or with `Accept: application/pdf` as a document. A draft has none.',
      params: reportPath,
      response,
    },
    handler: (request, reply) => give(request, reply, { reportId: request.params.id }),
  })

  async function give(
    request: FastifyRequest,
    reply: FastifyReply,
    key: Parameters<OwnReceiptsService['read']>[1],
  ) {
    const { accountId } = signedInActor(request)
    // A refusal is the same in either form: what may vary is said of an answer alone.
    const varying = { vary: 'Accept' }
    if (!prefersPdf(request.headers.accept)) {
      const receipt = await own.read(accountId, key, contextOf(request))
      reply.headers(varying)
      return receipt
    }
    const document = await own.print(accountId, key, contextOf(request))
    reply.headers({ ...varying, 'content-disposition': 'attachment; filename="connect-receipt.pdf"' })
    return reply.type(pdf).send(document)
  }
}
