import type { FastifyPluginAsync } from 'fastify'
import { caseFeedRoutes } from './case-feed.routes.ts'
import type { CaseFeeding } from './case-feeding.service.ts'
import { caseImportRoutes } from './case-import.routes.ts'

/** What systems of record tell. */
export const caseFeedingRoutes: FastifyPluginAsync<{ readonly caseFeeding: CaseFeeding }> = async (
  app,
  { caseFeeding },
) => {
  await app.register(caseFeedRoutes, caseFeeding)
  await app.register(caseImportRoutes, caseFeeding)
}
