import type { Report } from '@connect/contract/rooms/change-reports'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import type { Notices } from '../../kernel/notices.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { reportEventOf } from './change-report-event.ts'
import { insertReportEvent } from './change-report-event.store.ts'
import { ownReport } from './change-report-reading.service.ts'
import { findOwnReport, lockOwnReport, setReportStatus } from './change-report.store.ts'
import type { LoadReport } from './report-loading.service.ts'
import { isUndecided } from './report-statuses.ts'

export interface ReportWithdrawalDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  readonly load: LoadReport
}

/** Takes back what nobody has decided. */
export function createReportWithdrawalService(dependencies: ReportWithdrawalDependencies) {
  const { db, cipher, notices, recordAudit, load } = dependencies
  return {
    /**
     * Withdraws a report; it stays readable, and so does its receipt. One that is withdrawn already is answered as it
     * stands. Throws `resource.not_found`, `case.held`, `change_report.not_submitted` and `change_report.decided`.
     */
    async withdraw(
      inCommit: Commit,
      { accountId }: SignedIn,
      id: string,
      context: RequestContext,
    ): Promise<Report> {
      await requireOpenCaseData(db, accountId)
      return inCommit(async (tx) => {
        const row = ownReport(await lockOwnReport(tx, { id, accountId }))
        if (row.status === 'draft') throw new Problem('change_report.not_submitted')
        if (row.status !== 'withdrawn') {
          if (!isUndecided(row.status)) throw new Problem('change_report.decided')
          const { at } = await setReportStatus(tx, { id, status: 'withdrawn' })
          await insertReportEvent(tx, reportEventOf(cipher, { reportId: id, kind: 'withdrawn', at }))
          await notices.tellAccount(tx, accountId, 'report_withdrawn', { reportId: id })
          const event = ownEvent('change_report.withdrawn', accountId, context)
          await recordAudit(tx, { ...event, details: { report: id } })
        }
        return load(tx, accountId, ownReport(await findOwnReport(tx, { id, accountId })))
      })
    },
  }
}
