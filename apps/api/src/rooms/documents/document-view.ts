import type {
  Document,
  DocumentMediaType,
  DocumentState,
  RefusalReason,
} from '@connect/contract/rooms/documents'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { DocumentRow } from './document.store.ts'

/** What is told of a file to whom it belongs. Throws `SealBrokenError` when its name does not open. */
export function documentOf(row: DocumentRow, cipher: RecordCipher): Document {
  const { id, kind, bytes, sha256, pages, scanned, createdAt, reportId } = row
  return {
    id,
    kind,
    fileName: cipher.open('document', id, row).openText('file_name', row.fileName),
    mediaType: row.mediaType as DocumentMediaType,
    bytes,
    sha256: Buffer.from(sha256 ?? []).toString('hex'),
    state: row.state as DocumentState,
    reason: row.reason as RefusalReason | null,
    pages,
    scanned,
    createdAt: createdAt.toISOString(),
    reportId,
  }
}
