import type { AccountExport } from '@connect/contract/rooms/account-export'
import type { Report } from '@connect/contract/rooms/change-reports'
import type { Document } from '@connect/contract/rooms/documents'
import { isCaseDataHeld } from '../../kernel/case-hold.store.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentAttachment } from '../documents/document-attachment.service.ts'
import type { OwnReceiptsService } from '../receipts/own-receipts.service.ts'
import { openContent } from './change-report-content.ts'
import { findEventsOfReports } from './change-report-event.store.ts'
import { reportOf } from './change-report-view.ts'
import { listOwnReports, type ReportRow } from './change-report.store.ts'
import { documentIdsOf } from './report-changes.ts'
import { ownersView } from './report-loading.service.ts'

/** More than any account has of each; it bounds what an answer can cost. */
const most = 10_000

interface ReportBelongingsDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly documents: Pick<DocumentAttachment, 'all' | 'find' | 'ofEvents'>
  readonly receipts: Pick<OwnReceiptsService, 'all'>
}

type Belongings = Pick<AccountExport, 'reports' | 'documents' | 'receipts'>

/** What an account reported and sent, for its owner to take along. */
export function createReportBelongingsService({
  db,
  cipher,
  documents,
  receipts,
}: ReportBelongingsDependencies) {
  return {
    /** Newest first, in as many statements however much there is; nothing while case data stay closed. */
    async of(accountId: string): Promise<Belongings> {
      if (await isCaseDataHeld(db, accountId)) return { reports: null, documents: null, receipts: null }
      const rows = await listOwnReports(db, accountId, { before: null, limit: most })
      return {
        reports: await whole(accountId, rows),
        documents: await documents.all(db, accountId, most),
        receipts: await receipts.all(accountId, most),
      }
    },
  }

  async function whole(accountId: string, rows: readonly ReportRow[]): Promise<Report[]> {
    const events = await findEventsOfReports(
      db,
      rows.map(({ id }) => id),
    )
    const attached = await documents.ofEvents(
      db,
      events.map(({ id }) => id),
    )
    const own = new Map([...attached].map(([id, files]) => [id, files.map(ownersView)] as const))
    const timelines = Map.groupBy(events, ({ reportId }) => reportId)
    const drafts = await draftDocuments(accountId, rows)
    return rows.map((row) =>
      reportOf(cipher, row, {
        events: timelines.get(row.id) ?? [],
        documents: own,
        draftDocuments: drafts.get(row.id) ?? [],
      }),
    )
  }

  /** What drafts name, by the draft. */
  async function draftDocuments(
    accountId: string,
    rows: readonly ReportRow[],
  ): Promise<ReadonlyMap<string, Document[]>> {
    const named = rows
      .filter(({ status }) => status === 'draft')
      .map((row) => ({ id: row.id, documentIds: documentIdsOf(openContent(cipher, row).changes) }))
    const found = await documents.find(
      db,
      accountId,
      named.flatMap(({ documentIds }) => documentIds),
    )
    return new Map(
      named.map(({ id, documentIds }) => [id, found.filter((file) => documentIds.includes(file.id))]),
    )
  }
}

export type ReportBelongingsService = ReturnType<typeof createReportBelongingsService>
