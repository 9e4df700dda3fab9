import type { Report, Reports } from '@connect/contract/rooms/change-reports'
import type { PageQuery } from '@connect/contract/shared/page'
import type { SignedIn } from '../../kernel/actor.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { pageBy } from '../../kernel/paging.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { listedReportOf } from './change-report-view.ts'
import { findOwnReport, listOwnReports, type ReportRow } from './change-report.store.ts'
import type { LoadReport } from './report-loading.service.ts'

/** A report and the version that a change of a draft has to name. */
export interface VersionedReport {
  readonly report: Report
  readonly version: string
}

export interface ReportReadingDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly load: LoadReport
  readonly onError: (error: unknown) => void
}

/** Reports as their author reads them. */
export function createReportReadingService({ db, cipher, load, onError }: ReportReadingDependencies) {
  return {
    /**
     * Drafts and what was submitted, newest first; what does not open hides nothing of the rest. Throws `case.held`, and
     * 422 for a cursor that no page gave.
     */
    async list({ accountId }: SignedIn, query: PageQuery): Promise<Reports> {
      await requireOpenCaseData(db, accountId)
      return pageBy(
        query,
        (stretch) => listOwnReports(db, accountId, stretch),
        (row) => listedReportOf(cipher, row, onError),
      )
    },

    /** One of them, whole. Throws `resource.not_found` for what is not one's own, and `case.held`. */
    async view({ accountId }: SignedIn, id: string): Promise<VersionedReport> {
      await requireOpenCaseData(db, accountId)
      const row = ownReport(await findOwnReport(db, { id, accountId }))
      return { report: await load(db, accountId, row), version: versionOf(row) }
    },
  }
}

/** Throws `resource.not_found` for what is not there or not one's own, which look the same. */
export function ownReport(row: ReportRow | null): ReportRow {
  if (row === null) throw new Problem('resource.not_found')
  return row
}

/** What an `ETag` says of a report. */
export function versionOf({ version }: ReportRow): string {
  return String(version)
}

export type ReportReadingService = ReturnType<typeof createReportReadingService>
