import type { AddToReportRequest } from '@connect/contract/rooms/change-reports'
import { documentLimits } from '@connect/contract/rooms/documents'
import type { Receipt } from '@connect/contract/rooms/receipts'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { acceptBody, type GivenBody } from '../../kernel/given-body.ts'
import type { Notices } from '../../kernel/notices.ts'
import { invalidField, Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentAttachment } from '../documents/document-attachment.service.ts'
import type { ReceiptIssuing } from '../receipts/receipt-issue.service.ts'
import { messageOf } from './change-report-event.ts'
import { findReportEvents } from './change-report-event.store.ts'
import { ownReport } from './change-report-reading.service.ts'
import { findRecentAdditions } from './change-report-submission.store.ts'
import { lockOwnReport, setReportStatus, type ReportRow } from './change-report.store.ts'
import { holdAuthor } from './report-author.store.ts'
import type { ReportFiling } from './report-filing.service.ts'
import { documentIdsIn } from './report-judging.ts'
import { isUndecided } from './report-statuses.ts'

export interface ReportAdditionDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly documents: Pick<DocumentAttachment, 'countOfReport' | 'ofEvents'>
  readonly receipts: Pick<ReceiptIssuing, 'find'>
  readonly filing: ReportFiling
  readonly notices: Notices
  readonly recordAudit: RecordAudit
}

/** What comes after a report: documents that were to follow, and answers to what the agency asked. */
export function createReportAdditionService(dependencies: ReportAdditionDependencies) {
  const { db, cipher, documents, receipts, filing, notices, recordAudit } = dependencies

  return {
    /**
     * Adds to a report that nobody has decided. One that waited for information is received again. The same within a
     * minute is answered with the receipt that it has. Throws `resource.not_found`, `case.held`,
     * `change_report.not_submitted`, `change_report.decided`, and 422 for nothing at all, for documents that cannot go, and
     * for more of them than a report has room for.
     */
    async add(
      inCommit: Commit,
      { accountId }: SignedIn,
      id: string,
      given: GivenBody<AddToReportRequest>,
      context: RequestContext,
    ): Promise<Receipt> {
      const { message } = given.parts
      const places = documentIdsIn(given.raw)
      const documentIds = places.filter((documentId) => documentId !== undefined)
      if (given.whole !== null && message === undefined && documentIds.length === 0)
        throw invalidField('/documentIds', 'list.too_small', { min: 1 })
      await requireOpenCaseData(db, accountId)
      return inCommit(async (tx) => {
        const author = await holdAuthor(tx, accountId)
        if (author === null) throw new Problem('session.required')
        const row = submittedReport(await lockOwnReport(tx, { id, accountId }))
        const first = given.whole && (await findSameAddition(tx, row.id, given.whole))
        if (first !== null) return first
        if (!isUndecided(row.status)) throw new Problem('change_report.decided')
        const room = documentLimits.ofReport - (await documents.countOfReport(tx, row.id))
        const isTooMany = given.parts.documentIds !== undefined && new Set(documentIds).size > room
        const tooMany = { pointer: '/documentIds', code: 'list.too_big', params: { max: Math.max(0, room) } }
        const status = row.status === 'needs_information' ? 'received' : row.status
        const { at, today } = await setReportStatus(tx, { id: row.id, status })
        const entered = await filing.enter(tx, {
          reportId: row.id,
          accountId,
          kind: 'added',
          at,
          message,
          documentIds,
          pointerOf: (documentId) => `/documentIds/${places.indexOf(documentId)}`,
        })
        acceptBody(given, [...(isTooMany ? [tooMany] : []), ...entered.issues])
        const receipt = await filing.prove(tx, entered, {
          kind: 'addition',
          report: { ...row, channel: 'online' },
          accountId,
          locale: author.locale,
          at,
          receivedOn: today,
          message,
        })
        const { confirmationNumber, receivedOn } = receipt
        await notices.tellAccount(tx, accountId, 'documents_received', {
          reportId: row.id,
          values: { confirmationNumber, receivedOn },
        })
        const event = ownEvent('change_report.added_to', accountId, context)
        await recordAudit(tx, { ...event, details: { report: row.id, documents: documentIds.length } })
        return receipt
      })
    },
  }

  /** What was added a short time ago and says the same. The same words may answer what the agency asked since. */
  async function findSameAddition(
    tx: Transaction,
    reportId: string,
    { message, documentIds }: AddToReportRequest,
  ): Promise<Receipt | null> {
    const recent = await findRecentAdditions(tx, reportId)
    if (recent.length === 0) return null
    const files = await documents.ofEvents(tx, recent)
    const events = await findReportEvents(tx, reportId)
    const sinceAgency = events.slice(events.findLastIndex(({ kind }) => kind !== 'added') + 1)
    const wanted = new Set(documentIds)
    const same = sinceAgency.find((event) => {
      const given = files.get(event.id)
      return (
        given?.length === wanted.size &&
        given.every((file) => wanted.has(file.id)) &&
        messageOf(cipher, event) === (message ?? null)
      )
    })
    return same === undefined ? null : receipts.find(tx, same.id)
  }
}

/** Something that was submitted. */
function submittedReport(found: ReportRow | null): ReportRow {
  const row = ownReport(found)
  if (row.status === 'draft') throw new Problem('change_report.not_submitted')
  return row
}
