import { associationCodeRequest, associationCodeResponse, casePath } from '@connect/contract/rooms/case-feed'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contextOf, integratorActor } from '../../kernel/request-context.ts'
import type { AssociationCodeService } from './association-code.service.ts'

export const associationCodeRoutes: FastifyPluginAsyncZod<{
  readonly codes: AssociationCodeService
}> = async (app, { codes }) => {
  app.route({
    method: 'POST',
    url: '/agency/cases/:caseRef/association-codes',
    config: {
      operationId: 'issueAssociationCode',
      access: 'integrator',
      scope: 'cases:write',
      audit: 'case_link.code_issued',
      idempotent: true,
      shownOnce: ['code'],
      problems: ['resource.not_found'],
    },
    schema: {
      tags: ['cases'],
      summary: 'A one-time code for a member',
      description:
        'Ten letters and digits, good once and for 30 days, in place of the SSN digits of `POST /case-links`: for people without them, for those who choose not to give them, and for those locked out. It ends the code before. The member may associate and has a client ID. `code` is shown this once: the answer to the same `Idempotency-Key` lacks it.',
      params: casePath,
      body: associationCodeRequest,
      response: { 201: associationCodeResponse },
    },
    handler: (request, reply) =>
      reply.once(201, (commit) =>
        codes.issue(
          commit,
          integratorActor(request),
          { caseRef: request.params.caseRef, memberId: request.body.memberId },
          contextOf(request),
        ),
      ),
  })
}
