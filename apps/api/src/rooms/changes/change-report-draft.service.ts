import { isDeepStrictEqual } from 'node:util'
import type { CreateReportRequest, Report, SaveReportRequest } from '@connect/contract/rooms/change-reports'
import { reportLimits } from '@connect/contract/rooms/report-limits'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { isMatch } from '../../kernel/entity-tag.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { invalidField, Problem } from '../../kernel/problem.ts'
import { unlessBroken } from '../../kernel/broken-seals.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { CaseViewService } from '../cases/case-view.service.ts'
import type { DocumentAttachment } from '../documents/document-attachment.service.ts'
import {
  draftContent,
  openContent,
  resealContent,
  sealContent,
  type StoredChange,
} from './change-report-content.ts'
import { deleteDraft, findOtherDrafts, insertDraft, updateDraft } from './change-report-draft.store.ts'
import { ownReport, versionOf, type VersionedReport } from './change-report-reading.service.ts'
import { findOwnReport, lockOwnReport, type ReportRow } from './change-report.store.ts'
import { countDrafts, holdAuthor } from './report-author.store.ts'
import { carriedOver, documentIdsOf, storedDraftChange } from './report-changes.ts'
import { judgeDraft } from './report-judging.ts'
import type { LoadReport } from './report-loading.service.ts'

export interface ReportDraftDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly cases: Pick<CaseViewService, 'view'>
  readonly documents: Pick<DocumentAttachment, 'find' | 'name' | 'discard'>
  readonly recordAudit: RecordAudit
  readonly load: LoadReport
  readonly onError: (error: unknown) => void
}

/** Of every draft that begins; each save that changes something counts on from it. */
export const firstVersion = '1'

/** Reports that are being written. */
export function createReportDraftService({
  db,
  commit,
  cipher,
  cases,
  documents,
  recordAudit,
  load,
  onError,
}: ReportDraftDependencies) {
  /** What a correction begins with: proofs stay with the report that they went with. */
  async function beginning(
    tx: Transaction,
    accountId: string,
    { caseId, correctsId }: CreateReportRequest,
  ): Promise<StoredChange[]> {
    if (correctsId === undefined) return []
    const corrected = ownReport(await findOwnReport(tx, { id: correctsId, accountId }))
    if (corrected.status === 'draft') throw new Problem('change_report.not_submitted')
    if (corrected.caseId !== caseId)
      throw invalidField('/caseId', 'field.not_an_option', { options: corrected.caseId })
    const { changes } = carriedOver(openContent(cipher, corrected).changes)
    return changes.map((change) => ({ ...change, documentIds: [] }))
  }

  return {
    /**
     * Begins a report about a case of one's own. Throws `resource.not_found` for a case or a report to correct that is
     * not one's own, `case.held`, `change_report.not_submitted` for a draft to correct, and
     * `change_report.too_many_drafts`.
     */
    async start(
      inCommit: Commit,
      { accountId }: SignedIn,
      asked: CreateReportRequest,
      context: RequestContext,
    ): Promise<Report> {
      await requireOpenCaseData(db, accountId)
      const { caseId, correctsId = null } = asked
      await cases.view(accountId, caseId)
      return inCommit(async (tx) => {
        if ((await holdAuthor(tx, accountId)) === null) throw new Problem('session.required')
        const changes = await beginning(tx, accountId, asked)
        if ((await countDrafts(tx, accountId)) >= reportLimits.drafts)
          throw new Problem('change_report.too_many_drafts', { params: { max: reportLimits.drafts } })
        const id = timeOrderedId()
        const sealed = sealContent(cipher, id, draftContent(changes))
        await insertDraft(tx, { id, accountId, caseId, correctsId, ...sealed })
        const event = ownEvent('change_report.started', accountId, context)
        await recordAudit(tx, { ...event, details: { report: id } })
        return load(tx, accountId, ownReport(await findOwnReport(tx, { id, accountId })))
      })
    },

    /**
     * Puts other changes into a draft. What is stored already is no change, whatever version is named. Throws
     * `resource.not_found`, `case.held`, `request.version_missing`, `resource.stale`, `change_report.submitted`, and 422
     * for answers that no form has, and for documents that are not one's own or were submitted.
     */
    async save(
      { accountId }: SignedIn,
      id: string,
      asked: SaveReportRequest,
      ifMatch: string | undefined,
    ): Promise<VersionedReport> {
      await requireOpenCaseData(db, accountId)
      return commit(async (tx) => {
        const row = draftOf(await lockOwnReport(tx, { id, accountId }))
        const isCurrent = isMatch(ifMatch, versionOf(row))
        const changes = asked.changes.map(storedDraftChange)
        if (isDeepStrictEqual(changes, openContent(cipher, row).changes)) return versioned(tx, accountId, row)
        if (!isCurrent) throw new Problem('resource.stale')
        const documentIds = documentIdsOf(changes)
        const found = await documents.find(tx, accountId, documentIds)
        judgeDraft(asked.changes, found)
        await updateDraft(tx, { id, content: resealContent(cipher, row, draftContent(changes)) })
        await documents.name(tx, accountId, documentIds)
        return versioned(tx, accountId, ownReport(await findOwnReport(tx, { id, accountId })))
      })
    },

    /**
     * Removes a draft with its files, but for those that stand in another draft; where a draft does not open, files stay
     * until they are swept. Throws `resource.not_found`, `case.held`, and `change_report.submitted`.
     */
    async remove({ accountId }: SignedIn, id: string, context: RequestContext): Promise<void> {
      await requireOpenCaseData(db, accountId)
      await commit(async (tx) => {
        const row = draftOf(await lockOwnReport(tx, { id, accountId }))
        const others = await findOtherDrafts(tx, { id, accountId })
        const gone = unlessBroken(() => documentIdsOnlyIn(row, others), onError) ?? []
        await deleteDraft(tx, row.id)
        for (const document of await documents.discard(tx, accountId, gone)) {
          const event = ownEvent('document.deleted', accountId, context)
          await recordAudit(tx, { ...event, details: { document } })
        }
      })
    },
  }

  function documentIdsOnlyIn(row: ReportRow, others: Awaited<ReturnType<typeof findOtherDrafts>>): string[] {
    const kept = new Set(others.flatMap((other) => documentIdsIn(other)))
    return documentIdsIn(row).filter((documentId) => !kept.has(documentId))
  }

  function documentIdsIn(row: Parameters<typeof openContent>[1]): string[] {
    return documentIdsOf(openContent(cipher, row).changes)
  }

  async function versioned(tx: Transaction, accountId: string, row: ReportRow): Promise<VersionedReport> {
    return { report: await load(tx, accountId, row), version: versionOf(row) }
  }
}

/** A draft of one's own: what was submitted never changes. */
function draftOf(found: ReportRow | null): ReportRow {
  const row = ownReport(found)
  if (row.status !== 'draft') throw new Problem('change_report.submitted')
  return row
}

export type ReportDraftService = ReturnType<typeof createReportDraftService>
