import type { ReactNode } from 'react'
import type { StoredDocument } from './document-place.ts'
import { DocumentPreview } from './document-preview.tsx'
import { FilePicture } from './file-picture.tsx'
import { FileState } from './file-state.tsx'
import { filesOnTheWay } from './files-on-the-way.ts'
import { useFileWords } from './use-file-words.ts'

interface DocumentRowProps {
  readonly document: StoredDocument
  /** What it is proof of, where that is not said around it. */
  readonly label?: string | undefined
  /** What can be done with it beside looking at it. */
  readonly children?: ReactNode
}

const kinds = {
  receiving: 'open',
  received: 'good',
  checking: 'good',
  ready: 'good',
  refused: 'bad',
} as const

/** A file that the service has: its name and size, where it stands, and the way to look at it. */
export function DocumentRow({ document, label, children }: DocumentRowProps) {
  const fileWords = useFileWords()
  const { id, fileName, state } = document
  return (
    <>
      <FilePicture file={filesOnTheWay.sourceOf(id)} />
      <div className="file-facts">
        <p className="entry-title">{fileName}</p>
        <p className="entry-note">
          {label !== undefined && `${label} · `}
          {fileWords.measure(document)}
        </p>
        <FileState kind={kinds[state]}>{fileWords.state(document)}</FileState>
        <div className="file-actions">
          <DocumentPreview document={document} />
          {children}
        </div>
      </div>
    </>
  )
}
