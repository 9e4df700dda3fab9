import { Readable } from 'node:stream'
import {
  agencyReportResponse,
  agencyReportsQuery,
  agencyReportsResponse,
  enterReportRequest,
  transitionRequest,
  transitionResponse,
} from '@connect/contract/rooms/agency-change-reports'
import { reportPath } from '@connect/contract/rooms/change-reports'
import { documentMediaTypes, documentPath } from '@connect/contract/rooms/documents'
import { receiptResponse } from '@connect/contract/rooms/receipts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { wholeFileHeaders } from '../../kernel/file-headers.ts'
import { givenBody } from '../../kernel/given-body.ts'
import { contextOf, integratorActor } from '../../kernel/request-context.ts'
import type { AgencyReports } from './agency-reports.service.ts'

const reads = { access: 'integrator', scope: 'change-reports:read' } as const

/** What the agency does with reports of changes. */
export const agencyReportRoutes: FastifyPluginAsyncZod<{ readonly agencyReports: AgencyReports }> = async (
  app,
  { agencyReports: { reading, entry, decision } },
) => {
  app.route({
    method: 'GET',
    url: '/agency/change-reports',
    config: { operationId: 'listAgencyChangeReports', ...reads, audit: 'change_report.listed' },
    schema: {
      tags: ['changes'],
      summary: 'What was reported',
      description:
        'Everything that was submitted, about whichever case, oldest first, by `status` where one is given. With `confirmationNumber`, the one report of which a receipt has that number, however it is written down; 422 where its check digit tells that it was misheard. Drafts are not told.',
      querystring: agencyReportsQuery,
      response: { 200: agencyReportsResponse },
    },
    handler: (request) => reading.list(integratorActor(request), request.query, contextOf(request)),
  })

  app.route({
    method: 'GET',
    url: '/agency/change-reports/:id',
    config: {
      operationId: 'getAgencyChangeReport',
      ...reads,
      audit: 'change_report.read',
      problems: ['resource.not_found'],
    },
    schema: {
      tags: ['changes'],
      summary: 'A report',
      description:
        'Whole, with its files and its timeline. `caseRef` and `memberId` are the references of whoever feeds the case; `scanned` is false for a file that no scanner looked at, `active` true for a PDF that holds scripts or the like.',
      params: reportPath,
      response: { 200: agencyReportResponse },
    },
    handler: (request) => reading.view(integratorActor(request), request.params.id, contextOf(request)),
  })

  app.route({
    method: 'GET',
    url: '/agency/documents/:id/content',
    config: {
      operationId: 'openAgencyDocument',
      ...reads,
      audit: 'document.read',
      problems: ['resource.not_found', 'document.not_ready'],
    },
    schema: {
      tags: ['changes'],
      summary: 'What a file of a report holds',
      description:
        'As readers are given it, always to save: a picture without what cameras note in it, a HEIC as a JPEG. Once it is `ready`. The report says whether a scanner looked at it, and whether a PDF is `active`: open that one where scripts do not run.',
      params: documentPath,
      response: {
        200: {
          description: 'The file.',
          content: Object.fromEntries(documentMediaTypes.map((type) => [type, { schema: z.file() }])),
        },
      },
    },
    handler: async (request, reply) => {
      const file = await reading.open(integratorActor(request), request.params.id, contextOf(request))
      const content = request.method === 'HEAD' ? Readable.from([]) : await file.open()
      reply.headers(wholeFileHeaders(file))
      // Bytes are sent as they are; the types know of what the schema describes only.
      return reply.type(file.mediaType).send(content as never)
    },
  })

  app.route({
    method: 'POST',
    url: '/agency/change-reports',
    config: {
      operationId: 'enterChangeReport',
      access: 'integrator',
      scope: 'change-reports:write',
      audit: 'change_report.entered',
      idempotent: true,
      judgesBody: true,
      problems: ['resource.not_found'],
    },
    schema: {
      tags: ['changes'],
      summary: 'Enter a report that came another way',
      description:
        'What was told by phone, by mail or in person, so that it stands among the other reports. `receivedOn` is the day on which it reached the agency, today when left out: from it follows what was in time. `memberId` is who told it; the account that holds their client ID is told and sees it. Files cannot come with it. The answer is the receipt.',
      body: enterReportRequest,
      response: { 201: receiptResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        entry.enter(
          commit,
          integratorActor(request),
          givenBody(request, enterReportRequest),
          contextOf(request),
        ),
      ),
  })

  app.route({
    method: 'POST',
    url: '/agency/change-reports/:id/transitions',
    config: {
      operationId: 'moveChangeReport',
      access: 'integrator',
      scope: 'change-reports:decide',
      audit: 'change_report.decided',
      idempotent: true,
      problems: ['resource.not_found', 'change_report.decided', 'change_report.transition'],
    },
    schema: {
      tags: ['changes'],
      summary: 'Take a report a step further',
      description:
        'From `received` to any of the four; from `in_review` to `needs_information`, `processed` or `declined`; from `needs_information` to `in_review`, `processed` or `declined`. What is processed, declined or withdrawn stays so. `message` goes to the person, and is needed for `needs_information` and `declined`.',
      params: reportPath,
      body: transitionRequest,
      response: { 201: transitionResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        decision.decide(
          commit,
          integratorActor(request),
          { id: request.params.id, ...request.body },
          contextOf(request),
        ),
      ),
  })
}
