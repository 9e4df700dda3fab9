import type { FastifyPluginAsync } from 'fastify'
import { caseNoticesRoutes } from './case-notices.routes.ts'
import { casePaymentsRoutes } from './case-payments.routes.ts'
import type { CaseReading } from './case-reading.service.ts'
import { caseViewRoutes } from './case-view.routes.ts'

/** What owners read of their case. */
export const caseReadingRoutes: FastifyPluginAsync<{ readonly caseReading: CaseReading }> = async (
  app,
  { caseReading },
) => {
  await app.register(caseViewRoutes, caseReading)
  await app.register(casePaymentsRoutes, caseReading)
  await app.register(caseNoticesRoutes, caseReading)
}
