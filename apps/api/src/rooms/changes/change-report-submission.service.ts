import { statement } from '@connect/contract/changes/statement'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { SubmitReportRequest } from '@connect/contract/rooms/change-reports'
import { reportLimits } from '@connect/contract/rooms/report-limits'
import type { Case } from '@connect/contract/rooms/cases'
import type { Receipt } from '@connect/contract/rooms/receipts'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { acceptBody, type GivenBody } from '../../kernel/given-body.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { CaseViewService } from '../cases/case-view.service.ts'
import type { ReceiptIssuing } from '../receipts/receipt-issue.service.ts'
import { openContent, resealContent } from './change-report-content.ts'
import { ownReport } from './change-report-reading.service.ts'
import {
  findRepeated,
  findReportNumber,
  findSubmission,
  repeatReport,
  submitDraft,
} from './change-report-submission.store.ts'
import { findOwnReport, lockOwnReport, lockRepeatedReport, type ReportRow } from './change-report.store.ts'
import { holdAuthor, type AuthorRow } from './report-author.store.ts'
import { carriedOver, documentIdsOf, draftChangeOf, submittedChange } from './report-changes.ts'
import type { ReportFiling } from './report-filing.service.ts'
import { submissionIssues } from './report-judging.ts'

export interface ReportSubmissionDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly cases: Pick<CaseViewService, 'view'>
  readonly receipts: Pick<ReceiptIssuing, 'find'>
  readonly filing: ReportFiling
  readonly notices: Notices
  readonly recordAudit: RecordAudit
}

interface Submission {
  readonly author: AuthorRow
  readonly row: ReportRow
  readonly given: GivenBody<SubmitReportRequest>
  /** Of the case. */
  readonly members: Case['members']
}

/** Submits what was written. */
export function createReportSubmissionService(dependencies: ReportSubmissionDependencies) {
  const { db, cipher, lookup, cases, receipts, filing, notices, recordAudit } = dependencies

  return {
    /**
     * Gives a draft to the agency as it is: from then on it never changes. What was submitted within a minute, this
     * report or another of the same content, is answered with the receipt that it has; so is the draft that was another
     * of the same content, and is gone since. Throws `resource.not_found`, `case.held`, `change_report.submitted`,
     * `change_report.case_gone`, and 422 for everything that is missing or wrong.
     */
    async submit(
      inCommit: Commit,
      { accountId }: SignedIn,
      id: string,
      given: GivenBody<SubmitReportRequest>,
      context: RequestContext,
    ): Promise<Receipt> {
      await requireOpenCaseData(db, accountId)
      const seen = await findOwnReport(db, { id, accountId })
      // Read before the transaction, which must not wait for a second connection.
      const members = seen?.status === 'draft' ? await membersOf(accountId, seen.caseId) : []
      return inCommit(async (tx) => {
        const author = await holdAuthor(tx, accountId)
        if (author === null) throw new Problem('session.required')
        const own = await lockOwnReport(tx, { id, accountId })
        const row = ownReport(own ?? (await lockRepeatedReport(tx, { id, accountId })))
        if (row.status === 'draft') return file(tx, { author, row, given, members }, context)
        acceptBody(given, [])
        return repeatedReceipt(tx, row)
      })
    },
  }

  async function membersOf(accountId: string, caseId: string): Promise<Case['members']> {
    try {
      return (await cases.view(accountId, caseId)).members
    } catch (error) {
      if (error instanceof Problem && error.code === 'resource.not_found')
        throw new Problem('change_report.case_gone', { cause: error })
      throw error
    }
  }

  async function repeatedReceipt(tx: Transaction, row: ReportRow): Promise<Receipt> {
    const { now, submittedAt, status } = row
    const isRecent =
      submittedAt !== null && now.getTime() - submittedAt.getTime() <= reportLimits.repeated * 1000
    const first = isRecent && status !== 'withdrawn' ? await findSubmission(tx, row.id) : null
    return receiptOf(tx, first)
  }

  /** Throws where there is no receipt, which is what the agency entered, or not to be given again. */
  async function receiptOf(tx: Transaction, eventId: string | null): Promise<Receipt> {
    const receipt = eventId === null ? null : await receipts.find(tx, eventId)
    if (receipt === null) throw new Problem('change_report.submitted')
    return receipt
  }

  async function file(tx: Transaction, submission: Submission, context: RequestContext): Promise<Receipt> {
    const { author, row, given, members } = submission
    const accountId = author.id
    const memberIds = members.map(({ id }) => id)
    const memberId = members.find(({ you }) => you)?.id
    const changes = carriedOver(openContent(cipher, row).changes).changes.map(draftChangeOf)
    const issues = [
      ...submissionIssues(changes, { today: row.today, memberIds }),
      ...signatureIssues(given.parts),
    ]
    const isRight = issues.length === 0 && given.whole !== null
    const submitted = isRight ? changes.map(submittedChange) : []
    const { caseId, correctsId } = row
    const contentLookup = lookup('change-report', JSON.stringify({ caseId, correctsId, changes: submitted }))
    const first = isRight ? await findRepeated(tx, { accountId, contentLookup }) : null
    if (first !== null) {
      await repeatReport(tx, { draftId: row.id, eventId: first })
      return receiptOf(tx, first)
    }
    const at = row.now
    const entered = await filing.enter(tx, {
      reportId: row.id,
      accountId,
      kind: 'received',
      at,
      documentIds: documentIdsOf(changes),
      pointerOf: (documentId) => pointerTo(changes, documentId),
    })
    const asked = acceptBody(given, [...issues, ...entered.issues])
    const content = { changes: submitted, ...asked, receivedOn: row.today, memberId }
    await submitDraft(tx, { id: row.id, content: resealContent(cipher, row, content), contentLookup, at })
    const receipt = await filing.prove(tx, entered, {
      kind: 'changes',
      report: row,
      accountId,
      locale: author.locale,
      at,
      receivedOn: row.today,
      changes: submitted,
      corrects: correctsId && (await findReportNumber(tx, correctsId)),
      signed: asked,
    })
    const { confirmationNumber, receivedOn, dueOn } = receipt
    await notices.tellAccount(tx, accountId, 'report_received', {
      reportId: row.id,
      values: { confirmationNumber, receivedOn, dueOn: dueOn ?? receivedOn },
    })
    const event = ownEvent('change_report.submitted', accountId, context)
    await recordAudit(tx, { ...event, details: { report: row.id } })
    return receipt
  }
}

function signatureIssues({ statementVersion }: Partial<SubmitReportRequest>): RequestIssue[] {
  if (statementVersion === undefined || statementVersion === statement.version) return []
  return [
    { pointer: '/statementVersion', code: 'statement.old_version', params: { current: statement.version } },
  ]
}

/** Where a document stands first. */
function pointerTo(changes: readonly DraftChange[], documentId: string): string {
  const index = changes.findIndex(({ documentIds = [] }) => documentIds.includes(documentId))
  return `/changes/${index}/documentIds/${changes[index]?.documentIds?.indexOf(documentId) ?? 0}`
}
