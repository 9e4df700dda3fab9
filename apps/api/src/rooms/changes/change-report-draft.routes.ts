import {
  createReportRequest,
  reportPath,
  reportResponse,
  saveReportRequest,
} from '@connect/contract/rooms/change-reports'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { entityTag } from '../../kernel/entity-tag.ts'
import { contextOf, signedInActor } from '../../kernel/request-context.ts'
import { firstVersion, type ReportDraftService } from './change-report-draft.service.ts'

export const reportDraftRoutes: FastifyPluginAsyncZod<{ readonly drafts: ReportDraftService }> = async (
  app,
  { drafts },
) => {
  app.route({
    method: 'POST',
    url: '/change-reports',
    config: {
      operationId: 'startChangeReport',
      access: 'client',
      audit: 'change_report.started',
      idempotent: true,
      problems: [
        'resource.not_found',
        'case.held',
        'change_report.not_submitted',
        'change_report.too_many_drafts',
      ],
    },
    schema: {
      tags: ['changes'],
      summary: 'Begin a report',
      description:
        'A draft about a case of mine, kept for 30 days after it was saved last; 20 at once. With `correctsId` it begins with the changes of that report of mine, which itself never changes; its documents stay with it.',
      body: createReportRequest,
      response: { 201: reportResponse },
    },
    // A reply that is given again has it, too.
    onSend: (_request, reply, payload, done) => {
      if (reply.statusCode === 201) reply.header('etag', entityTag(firstVersion))
      done(null, payload)
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        drafts.start(commit, signedInActor(request), request.body, contextOf(request)),
      ),
  })

  app.route({
    method: 'PATCH',
    url: '/change-reports/:id',
    config: {
      operationId: 'saveChangeReport',
      access: 'client',
      audit: 'none',
      problems: [
        'resource.not_found',
        'case.held',
        'change_report.submitted',
        'request.version_missing',
        'resource.stale',
      ],
    },
    schema: {
      tags: ['changes'],
      summary: 'Save a draft',
      description:
        'Replaces the list of changes. Everything but the kind of a change may be missing; what was typed and is no value yet stands in `unfinished`. Answers of other questions than the form has, or of another shape, are refused. What is stored already is answered with 200, whatever `If-Match` says.',
      params: reportPath,
      // Loose: what is not named here is not ours to judge.
      headers: z.looseObject({ 'if-match': z.optional(z.string()) }),
      body: saveReportRequest,
      response: { 200: reportResponse },
    },
    handler: async (request, reply) => {
      const owner = signedInActor(request)
      const { params, body, headers } = request
      const { report, version } = await drafts.save(owner, params.id, body, headers['if-match'])
      reply.header('etag', entityTag(version))
      return report
    },
  })

  app.route({
    method: 'DELETE',
    url: '/change-reports/:id',
    config: {
      operationId: 'deleteChangeReport',
      access: 'client',
      audit: 'document.deleted',
      problems: ['resource.not_found', 'case.held', 'change_report.submitted'],
    },
    schema: {
      tags: ['changes'],
      summary: 'Delete a draft',
      description:
        'With its files, but for those that stand in another draft. What was submitted is never deleted: 409 `change_report.submitted`.',
      params: reportPath,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      await drafts.remove(signedInActor(request), request.params.id, contextOf(request))
      return reply.code(204).send(null)
    },
  })
}
