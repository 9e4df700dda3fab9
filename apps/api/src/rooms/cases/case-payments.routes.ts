import { casePath, casePaymentsResponse } from '@connect/contract/rooms/cases'
import { pageQuery } from '@connect/contract/shared/page'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { signedInActor } from '../../kernel/request-context.ts'
import type { CasePaymentsService } from './case-payments.service.ts'

export const casePaymentsRoutes: FastifyPluginAsyncZod<{ readonly payments: CasePaymentsService }> = async (
  app,
  { payments },
) => {
  app.route({
    method: 'GET',
    url: '/cases/:id/payments',
    config: {
      operationId: 'listCasePayments',
      access: 'client',
      audit: 'none',
      problems: ['resource.not_found', 'case.held'],
    },
    schema: {
      tags: ['cases'],
      summary: 'Payments of a case of mine',
      description: 'Newest first.',
      params: casePath,
      querystring: pageQuery,
      response: { 200: casePaymentsResponse },
    },
    handler: (request) => payments.list(signedInActor(request).accountId, request.params.id, request.query),
  })
}
