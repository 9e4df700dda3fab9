import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { CaseViewService } from '../cases/case-view.service.ts'
import type { DocumentAttachment } from '../documents/document-attachment.service.ts'
import type { ReceiptIssuing } from '../receipts/receipt-issue.service.ts'
import { createReportAdditionService } from './change-report-addition.service.ts'
import { createReportDraftService } from './change-report-draft.service.ts'
import { createReportReadingService } from './change-report-reading.service.ts'
import { createReportSubmissionService } from './change-report-submission.service.ts'
import { createReportWithdrawalService } from './change-report-withdrawal.service.ts'
import { createDocumentSubmissionService } from './document-submission.service.ts'
import { createReportFiling } from './report-filing.service.ts'
import { createReportLoading } from './report-loading.service.ts'

export interface ChangeReportingDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  readonly cases: Pick<CaseViewService, 'view'>
  readonly documents: DocumentAttachment
  readonly receipts: ReceiptIssuing
  readonly onError: (error: unknown) => void
}

/** What people report, in parts of their own. */
export function createChangeReporting(dependencies: ChangeReportingDependencies) {
  const load = createReportLoading(dependencies)
  const filing = createReportFiling(dependencies)
  return {
    reading: createReportReadingService({ ...dependencies, load }),
    drafts: createReportDraftService({ ...dependencies, load }),
    submission: createReportSubmissionService({ ...dependencies, filing }),
    additions: createReportAdditionService({ ...dependencies, filing }),
    documents: createDocumentSubmissionService({ ...dependencies, filing }),
    withdrawal: createReportWithdrawalService({ ...dependencies, load }),
  }
}

export type ChangeReporting = ReturnType<typeof createChangeReporting>
