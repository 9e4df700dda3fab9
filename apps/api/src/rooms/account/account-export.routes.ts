import { exportResponse } from '@connect/contract/rooms/account-export'
import { exportFileNames } from '@connect/contract/rooms/account-profile'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { prefersPdf } from '../../kernel/accept.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import type { AccountExportService } from './account-export.service.ts'

const pdf = 'application/pdf'

export const accountExportRoutes: FastifyPluginAsyncZod<{
  readonly exported: AccountExportService
}> = async (app, { exported }) => {
  app.route({
    method: 'GET',
    url: '/account/export',
    config: {
      operationId: 'exportAccount',
      access: 'client',
      audit: 'account.exported',
      problems: ['limit.rate'],
    },
    schema: {
      tags: ['account'],
      summary: 'Everything about me',
      description:
        'As JSON, or with `Accept: application/pdf` as a document to read, in the language of the profile. Passwords and secret answers are kept as hashes alone, and are not in it. Of cases it tells whose client ID the account holds and which letters were opened; what a case holds is told by the operations of cases. Reports, with drafts, are whole; what files hold is told by the operations of documents. While case data stay closed after a recovery, `reports`, `documents` and `receipts` are null. What is damaged and does not open is left out, and counted under `unreadable`.',
      response: {
        200: {
          description: 'Everything that is kept about the account.',
          content: {
            'application/json': { schema: exportResponse },
            [pdf]: { schema: z.file() },
          },
        },
      },
    },
    handler: async (request, reply) => {
      const owner = signedInActor(request)
      const isDocument = prefersPdf(request.headers.accept)
      reply.header('vary', 'Accept')
      const fileName = exportFileNames[isDocument ? 'pdf' : 'json']
      reply.header('content-disposition', `attachment; filename="${fileName}"`)
      const [type, content] = isDocument
        ? [pdf, await exported.asDocument(owner, contextOf(request))]
        : ['application/json; charset=utf-8', await exported.asData(owner, contextOf(request))]
      // Bytes are sent as they are; the types know of what the schema describes only.
      return reply.type(type).send(content as never)
    },
  })
}
