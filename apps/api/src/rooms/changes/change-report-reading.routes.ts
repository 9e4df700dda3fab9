import { reportPath, reportResponse, reportsResponse } from '@connect/contract/rooms/change-reports'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { entityTag } from '../../kernel/entity-tag.ts'
import { signedInActor } from '../../kernel/request-context.ts'
import type { ReportReadingService } from './change-report-reading.service.ts'

export const reportReadingRoutes: FastifyPluginAsyncZod<{ readonly reading: ReportReadingService }> = async (
  app,
  { reading },
) => {
  app.route({
    method: 'GET',
    url: '/change-reports',
    config: {
      operationId: 'listChangeReports',
      access: 'client',
      audit: 'none',
      problems: ['case.held'],
    },
    schema: {
      tags: ['changes'],
      summary: 'My reports',
      description:
        'Drafts and what was submitted, newest first; also what the agency entered for a client ID of mine (`channel` other than `online`). Another person on the same case sees nothing of it. After a recovery of the password it is 403 `case.held` until an association is confirmed.',
      querystring: pageQuery,
      response: { 200: reportsResponse },
    },
    handler: (request) => reading.list(signedInActor(request), request.query),
  })

  app.route({
    method: 'GET',
    url: '/change-reports/:id',
    config: {
      operationId: 'getChangeReport',
      access: 'client',
      audit: 'none',
      problems: ['resource.not_found', 'case.held'],
    },
    schema: {
      tags: ['changes'],
      summary: 'A report of mine',
      description:
        'With its documents and its timeline. The `ETag` of a draft goes into `If-Match` of a change. A draft that was written under an older version of a form is told as the form is now, and `formNews` says which questions came and went. A report stays readable after its case is no longer associated; a draft then as well, but it cannot be submitted.',
      params: reportPath,
      response: { 200: reportResponse },
    },
    handler: async (request, reply) => {
      const { report, version } = await reading.view(signedInActor(request), request.params.id)
      reply.header('etag', entityTag(version))
      return report
    },
  })
}
