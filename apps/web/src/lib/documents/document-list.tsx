import type { StoredDocument } from './document-place.ts'
import { DocumentRow } from './document-row.tsx'
import { useStoredDocuments } from './stored-documents.ts'
import './documents.css'

interface DocumentListProps {
  readonly ids: readonly string[]
  /** What the service told of them last. */
  readonly documents: readonly StoredDocument[]
  /** What a kind of document is called. */
  readonly labelOf: (kind: string) => string | undefined
}

/** Files that were sent, each with where it stands and the way to look at it; nothing here changes them. */
export function DocumentList({ ids, documents, labelOf }: DocumentListProps) {
  const all = useStoredDocuments(ids, documents)
  const there = all.flatMap(({ known }) => (known === undefined || known === 'gone' ? [] : [known]))
  if (there.length === 0) return null
  return (
    <ul className="file-list">
      {there.map((document) => (
        <li key={document.id} className="file">
          <DocumentRow document={document} label={labelOf(document.kind)} />
        </li>
      ))}
    </ul>
  )
}
