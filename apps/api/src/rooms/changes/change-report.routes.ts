import type { FastifyPluginAsync } from 'fastify'
import { reportDraftRoutes } from './change-report-draft.routes.ts'
import { reportReadingRoutes } from './change-report-reading.routes.ts'
import { reportSubmissionRoutes } from './change-report-submission.routes.ts'
import type { ChangeReporting } from './change-reporting.service.ts'

/** What people report. */
export const changeReportRoutes: FastifyPluginAsync<{ readonly changeReporting: ChangeReporting }> = async (
  app,
  { changeReporting },
) => {
  await app.register(reportReadingRoutes, changeReporting)
  await app.register(reportDraftRoutes, changeReporting)
  await app.register(reportSubmissionRoutes, changeReporting)
}
