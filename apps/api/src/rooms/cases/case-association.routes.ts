import type { FastifyPluginAsync } from 'fastify'
import { associationCodeRoutes } from './association-code.routes.ts'
import type { CaseAssociation } from './case-association.service.ts'
import { caseLinkRoutes } from './case-link.routes.ts'
import { caseReviewRoutes } from './case-review.routes.ts'

/** How cases come to their owners. */
export const caseAssociationRoutes: FastifyPluginAsync<{
  readonly caseAssociation: CaseAssociation
}> = async (app, { caseAssociation }) => {
  await app.register(caseLinkRoutes, caseAssociation)
  await app.register(associationCodeRoutes, caseAssociation)
  await app.register(caseReviewRoutes, caseAssociation)
}
