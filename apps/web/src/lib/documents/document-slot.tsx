import { useId, useRef, useState, type ReactNode } from 'react'
import { documentLimits } from '@connect/contract/rooms/documents'
import { useCopy } from '../copy/use-copy.tsx'
import { Alert } from '../../ui/alert.tsx'
import { fieldId, FieldNotes } from '../../ui/field.tsx'
import type { DocumentPlace, StoredDocument } from './document-place.ts'
import { DocumentRow } from './document-row.tsx'
import { documentsCopy } from './documents-copy.ts'
import { sortChosen, type RefusedFile } from './file-issues.ts'
import { FilePicker } from './file-picker.tsx'
import { filesOnTheWay, useMissingFiles, useUploads } from './files-on-the-way.ts'
import { PhotosToPdf } from './photos-to-pdf.tsx'
import { RemoveDocument } from './remove-document.tsx'
import { rememberDocument, rememberGone } from './stored-documents.ts'
import { UploadRow } from './upload-row.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useFileNews } from './use-file-news.ts'
import './documents.css'

interface DocumentSlotProps {
  readonly place: DocumentPlace
  /** What stands at the place, of all kinds. */
  readonly documents: readonly StoredDocument[]
  /** Of what is sent here. */
  readonly kind: string
  readonly label: string
  /** Id of the heading over this one; undefined where that is the page's. */
  readonly under?: string
  /** By which an error summary leads here. */
  readonly name?: string
  /** What is wrong with what stands here. */
  readonly error?: ReactNode
  /** Given where this one shows whatever is of none of these kinds. */
  readonly except?: readonly string[]
  /** What can be said in place of sending something. */
  readonly children?: ReactNode
}

/** One kind of proof: what stands here of it, what is on its way, and the ways to send more. */
export function DocumentSlot(props: DocumentSlotProps) {
  const { place, documents, kind, label, under, name, error, except, children } = props
  const translate = useCopy(documentsCopy)
  const Title = under === undefined ? 'h2' : 'h3'
  const ownId = useId()
  const titleId = name === undefined ? ownId : fieldId(name)
  const box = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const here = filesOnTheWay.inOrder(
    documents.filter((file) => (except ? !except.includes(file.kind) : file.kind === kind)),
  )
  const uploads = useUploads(place).filter((upload) => upload.kind === kind)
  const { news, say } = useFileNews(here, uploads)
  const { onTheWay, stopped } = useMissingFiles(place.owner)
  const room = place.room - onTheWay - stopped

  const take = (files: readonly File[]) => {
    const { taken, refused: others } = sortChosen(files, room)
    setRefused(others)
    filesOnTheWay.add(place, kind, taken)
  }
  const isOver = useFileDrop(box, take)
  const gone = (files: readonly StoredDocument[], attached: readonly StoredDocument[], words: string) => {
    for (const file of attached) rememberDocument(file)
    for (const { id } of files) {
      rememberGone(id)
      filesOnTheWay.forgetArrival(id)
    }
    place.onDocuments({ attached, detached: files.map(({ id }) => id) })
    // What was pressed is gone.
    title.current?.focus()
    say(words)
  }
  return (
    <section
      ref={box}
      className={isOver ? 'file-slot file-slot-over' : 'file-slot'}
      aria-labelledby={under === undefined ? titleId : `${under} ${titleId}`}
    >
      <Title
        id={titleId}
        ref={title}
        tabIndex={-1}
        className="file-slot-title"
        aria-describedby={error ? `${titleId}-error` : undefined}
      >
        {label}
      </Title>
      <FieldNotes id={titleId} hint={undefined} error={error} />
      <ul className="file-list">
        {here.map((document) => (
          <li key={document.id} className="file">
            <DocumentRow document={document}>
              <RemoveDocument
                document={document}
                onRemoved={(file) => {
                  gone([file], [], translate('documents.news.removed', { name: file.fileName }))
                }}
              />
            </DocumentRow>
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.id} className="file">
            <UploadRow
              upload={upload}
              onCancelled={({ file }) => {
                title.current?.focus()
                say(translate('documents.news.removed', { name: file.name }))
              }}
            />
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {news}
      </p>
      <RefusedFiles files={refused} />
      <PhotosToPdf
        kind={kind}
        documents={here}
        onCombined={(whole, photos) => {
          gone(photos, [whole], translate('documents.news.combined', { name: whole.fileName }))
        }}
      />
      {room > 0 ? (
        <FilePicker label={label} onFiles={take} />
      ) : (
        <p>{translate('documents.issue.too_many', { most: documentLimits.each })}</p>
      )}
      {children}
    </section>
  )
}

/** Files that were chosen and not sent, each with what to do. */
function RefusedFiles({ files }: { readonly files: readonly RefusedFile[] }) {
  const translate = useCopy(documentsCopy)
  if (files.length === 0) return null
  return (
    <Alert kind="error" title={translate('documents.not_sent', { count: files.length })} announce>
      <ul className="file-refusals">
        {files.map(({ name, issue }, index) => (
          <li key={index}>
            <strong>{name}</strong>: {translate(`documents.issue.${issue}`, { most: documentLimits.each })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
