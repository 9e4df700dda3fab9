import type { Report } from '@connect/contract/rooms/change-reports'
import type { Document } from '@connect/contract/rooms/documents'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { AttachedDocument, DocumentAttachment } from '../documents/document-attachment.service.ts'
import { openContent } from './change-report-content.ts'
import { findReportEvents } from './change-report-event.store.ts'
import { reportOf } from './change-report-view.ts'
import type { ReportRow } from './change-report.store.ts'
import { documentIdsOf } from './report-changes.ts'

/** A report of somebody with all that belongs to it, in as many statements whatever its size. */
export type LoadReport = (tx: Transaction, accountId: string, row: ReportRow) => Promise<Report>

interface ReportLoadingDependencies {
  readonly cipher: RecordCipher
  readonly documents: Pick<DocumentAttachment, 'find' | 'ofEvents'>
}

export function createReportLoading({ cipher, documents }: ReportLoadingDependencies): LoadReport {
  return async (tx, accountId, row) => {
    if (row.status === 'draft') {
      const ids = documentIdsOf(openContent(cipher, row).changes)
      const draftDocuments = await documents.find(tx, accountId, ids)
      return reportOf(cipher, row, { events: [], documents: new Map(), draftDocuments })
    }
    const events = await findReportEvents(tx, row.id)
    const attached = await documents.ofEvents(
      tx,
      events.map(({ id }) => id),
    )
    const own = [...attached].map(([id, files]) => [id, files.map(ownersView)] as const)
    return reportOf(cipher, row, { events, documents: new Map(own) })
  }
}

/** A file without what only workers are told of it. */
export function ownersView(file: AttachedDocument): Document {
  const { id, kind, fileName, mediaType, bytes, sha256, state, reason, pages, scanned, createdAt, reportId } =
    file
  return { id, kind, fileName, mediaType, bytes, sha256, state, reason, pages, scanned, createdAt, reportId }
}
