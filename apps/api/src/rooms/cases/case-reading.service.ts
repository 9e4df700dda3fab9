import { createCaseNoticesService, type CaseNoticesDependencies } from './case-notices.service.ts'
import { createCasePaymentsService } from './case-payments.service.ts'
import { createCaseViewService } from './case-view.service.ts'

/** What owners read of their case, in parts of their own. */
export function createCaseReading(dependencies: CaseNoticesDependencies) {
  return {
    cases: createCaseViewService(dependencies),
    payments: createCasePaymentsService(dependencies),
    notices: createCaseNoticesService(dependencies),
  }
}

export type CaseReading = ReturnType<typeof createCaseReading>
