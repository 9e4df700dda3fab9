import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Documents } from '../documents/documents.service.ts'
import type { ReceiptIssuing } from '../receipts/receipt-issue.service.ts'
import {
  createAgencyReportDecisionService,
  type AgencyReportDecisionDependencies,
} from './agency-report-decision.service.ts'
import { createAgencyReportEntryService } from './agency-report-entry.service.ts'
import {
  createAgencyReportReadingService,
  type AgencyReportReadingDependencies,
} from './agency-report-reading.service.ts'
import { createReportFiling } from './report-filing.service.ts'

interface AgencyReportsDependencies
  extends AgencyReportDecisionDependencies, Omit<AgencyReportReadingDependencies, 'documents' | 'contents'> {
  readonly cipher: RecordCipher
  readonly documents: Pick<Documents, 'attachment' | 'content'>
  readonly receipts: Pick<ReceiptIssuing, 'issue'>
}

/** What the agency does with reports of changes, in parts of their own. */
export function createAgencyReports(dependencies: AgencyReportsDependencies) {
  const { attachment, content } = dependencies.documents
  const parts = { ...dependencies, documents: attachment, contents: content }
  return {
    reading: createAgencyReportReadingService(parts),
    entry: createAgencyReportEntryService({ ...dependencies, filing: createReportFiling(parts) }),
    decision: createAgencyReportDecisionService(dependencies),
  }
}

export type AgencyReports = ReturnType<typeof createAgencyReports>
