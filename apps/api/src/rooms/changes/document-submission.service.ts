import type { SubmitDocumentsRequest } from '@connect/contract/rooms/change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { acceptBody, type GivenBody } from '../../kernel/given-body.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { CaseViewService } from '../cases/case-view.service.ts'
import type { DocumentAttachment } from '../documents/document-attachment.service.ts'
import type { ReceiptIssuing } from '../receipts/receipt-issue.service.ts'
import { sealContent } from './change-report-content.ts'
import { findRepeated, insertReport, isLetterOf, readNow } from './change-report-submission.store.ts'
import { holdAuthor } from './report-author.store.ts'
import type { ReportFiling } from './report-filing.service.ts'
import { documentIdsIn, refuse } from './report-judging.ts'

export interface DocumentSubmissionDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly cases: Pick<CaseViewService, 'view'>
  readonly documents: Pick<DocumentAttachment, 'unfit'>
  readonly receipts: Pick<ReceiptIssuing, 'find'>
  readonly filing: ReportFiling
  readonly notices: Notices
  readonly recordAudit: RecordAudit
}

/** Proofs that were asked for by letter, without any change: a report of its own kind. */
export function createDocumentSubmissionService(dependencies: DocumentSubmissionDependencies) {
  const { db, cipher, lookup, cases, documents, receipts, filing, notices, recordAudit } = dependencies

  return {
    /**
     * Gives documents to the agency. The same within a minute is answered with the receipt that it has. Throws
     * `resource.not_found` for a case that is not one's own and a letter that was not sent to it, `case.held`, and 422 for
     * documents that cannot go.
     */
    async submit(
      inCommit: Commit,
      { accountId }: SignedIn,
      given: GivenBody<SubmitDocumentsRequest>,
      context: RequestContext,
    ): Promise<Receipt> {
      await requireOpenCaseData(db, accountId)
      const {
        caseId,
        noticeId = null,
        message,
        documentIds,
      } = given.whole ?? (await refuseParts(accountId, given))
      const { members } = await cases.view(accountId, caseId)
      const memberId = members.find(({ you }) => you)?.id
      const same = JSON.stringify({ caseId, noticeId, message, documentIds })
      const contentLookup = lookup('change-report', same)
      return inCommit(async (tx) => {
        const author = await holdAuthor(tx, accountId)
        if (author === null) throw new Problem('session.required')
        const first = await findRepeated(tx, { accountId, contentLookup })
        const given = first === null ? null : await receipts.find(tx, first)
        if (given !== null) return given
        if (noticeId !== null && !(await isLetterOf(tx, { caseId, noticeId })))
          throw new Problem('resource.not_found')
        const { now: at, today } = await readNow(tx)
        const report = { id: timeOrderedId(), caseId, channel: 'online' }
        const signed = { signedName: null, statementVersion: null }
        const content = { changes: [], ...signed, receivedOn: today, memberId }
        const sealed = sealContent(cipher, report.id, content)
        const owner = { accountId, authorLookup: null }
        const kind = 'documents'
        await insertReport(tx, {
          ...report,
          ...owner,
          kind,
          noticeId,
          ...sealed,
          contentLookup,
          at,
        })
        const entered = await filing.enter(tx, {
          reportId: report.id,
          accountId,
          kind: 'received',
          at,
          message,
          documentIds,
          pointerOf: (documentId) => `/documentIds/${documentIds.indexOf(documentId)}`,
        })
        refuse(entered.issues)
        const { locale } = author
        const receipt = await filing.prove(tx, entered, {
          kind,
          report,
          accountId,
          locale,
          at,
          receivedOn: today,
          message,
        })
        const { confirmationNumber, receivedOn } = receipt
        await notices.tellAccount(tx, accountId, 'documents_received', {
          reportId: report.id,
          values: { confirmationNumber, receivedOn },
        })
        const event = ownEvent('change_report.submitted', accountId, context)
        await recordAudit(tx, { ...event, details: { report: report.id, documents: documentIds.length } })
        return receipt
      })
    },
  }

  /** Throws for what the schema refuses and for everything else that keeps its parts from being given. */
  async function refuseParts(
    accountId: string,
    given: GivenBody<SubmitDocumentsRequest>,
  ): Promise<SubmitDocumentsRequest> {
    const { caseId, noticeId } = given.parts
    if (caseId !== undefined) {
      await cases.view(accountId, caseId)
      if (noticeId !== undefined && !(await isLetterOf(db, { caseId, noticeId })))
        throw new Problem('resource.not_found')
    }
    const places = documentIdsIn(given.raw)
    const documentIds = places.filter((documentId) => documentId !== undefined)
    const unfit = await documents.unfit(db, accountId, documentIds)
    return acceptBody(
      given,
      unfit.map(({ documentId, code }) => ({ pointer: `/documentIds/${places.indexOf(documentId)}`, code })),
    )
  }
}
