import type { Report } from '@connect/contract/rooms/change-reports'
import type { Document } from '@connect/contract/rooms/documents'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { AttachedDocument, DocumentAttachment } from '../documents/document-attachment.service.ts'
import { openContent } from './change-report-content.ts'
import { findEventsOfReports } from './change-report-event.store.ts'
import { reportOf } from './change-report-view.ts'
import type { ReportRow } from './change-report.store.ts'
import { documentIdsOf } from './report-changes.ts'

/** A report of somebody with all that belongs to it. */
export type LoadReport = (tx: Transaction, accountId: string, row: ReportRow) => Promise<Report>

/** Several of them, in as many statements however many there are and whatever their size. */
type LoadReports = (tx: Transaction, accountId: string, rows: readonly ReportRow[]) => Promise<Report[]>

interface ReportLoadingDependencies {
  readonly cipher: RecordCipher
  readonly documents: Pick<DocumentAttachment, 'find' | 'ofEvents'>
}

export function createReportLoading(dependencies: ReportLoadingDependencies): LoadReport {
  const loadReports = createReportsLoading(dependencies)
  return async (tx, accountId, row) => {
    const [report] = await loadReports(tx, accountId, [row])
    if (report === undefined) throw new Error('a report that was loaded is not there')
    return report
  }
}

export function createReportsLoading({ cipher, documents }: ReportLoadingDependencies): LoadReports {
  /** What drafts name, by the draft. */
  async function draftDocuments(tx: Transaction, accountId: string, drafts: readonly ReportRow[]) {
    const named = drafts.map((row) => [row.id, documentIdsOf(openContent(cipher, row).changes)] as const)
    const ids = named.flatMap(([, documentIds]) => documentIds)
    const found = new Map((await documents.find(tx, accountId, ids)).map((file) => [file.id, file]))
    return new Map(
      named.map(([id, documentIds]) => [id, documentIds.flatMap((each) => found.get(each) ?? [])]),
    )
  }

  return async (tx, accountId, rows) => {
    const [drafts, submitted] = [
      rows.filter(({ status }) => status === 'draft'),
      rows.filter(({ status }) => status !== 'draft'),
    ]
    const events = await findEventsOfReports(
      tx,
      submitted.map(({ id }) => id),
    )
    const attached = await documents.ofEvents(
      tx,
      events.map(({ id }) => id),
    )
    const own = new Map([...attached].map(([id, files]) => [id, files.map(ownersView)] as const))
    const timelines = Map.groupBy(events, ({ reportId }) => reportId)
    const named = await draftDocuments(tx, accountId, drafts)
    return rows.map((row) =>
      reportOf(cipher, row, {
        events: timelines.get(row.id) ?? [],
        documents: own,
        draftDocuments: named.get(row.id) ?? [],
      }),
    )
  }
}

/** A file without what only workers are told of it. */
function ownersView(file: AttachedDocument): Document {
  const { id, kind, fileName, mediaType, bytes, sha256, state, reason, pages, scanned, createdAt, reportId } =
    file
  return { id, kind, fileName, mediaType, bytes, sha256, state, reason, pages, scanned, createdAt, reportId }
}
