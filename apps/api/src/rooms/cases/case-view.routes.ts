import { casePath, caseResponse } from '@connect/contract/rooms/cases'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { signedInActor } from '../../kernel/request-context.ts'
import type { CaseViewService } from './case-view.service.ts'

export const caseViewRoutes: FastifyPluginAsyncZod<{ readonly cases: CaseViewService }> = async (
  app,
  { cases },
) => {
  app.route({
    method: 'GET',
    url: '/cases/:id',
    config: {
      operationId: 'getCase',
      access: 'client',
      audit: 'none',
      problems: ['resource.not_found', 'case.held'],
    },
    schema: {
      tags: ['cases'],
      summary: 'A case of mine',
      description:
        'Programs, members, what comes next and what is due, as the system of record told it last (`asOf`) and counted from `today` in Connecticut. A case that is not associated with one’s account is not found, like one that does not exist. After a recovery of the password it is 403 `case.held` until the association is confirmed.',
      params: casePath,
      response: { 200: caseResponse },
    },
    handler: (request) => cases.view(signedInActor(request).accountId, request.params.id),
  })
}
