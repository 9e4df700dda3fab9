import type { ReactNode } from 'react'
import type { DocumentPlace } from './document-place.ts'
import { DocumentSlot } from './document-slot.tsx'
import { FilesHint } from './files-hint.tsx'
import { useDocumentsHere } from './use-documents-here.ts'

interface ProofDocumentsProps {
  readonly place: DocumentPlace
  readonly label: string
  /** Of what is sent here. */
  readonly kind: string
  /** By which an error summary leads here. */
  readonly name: string
  readonly error: ReactNode
}

/** Files of one form that are all of one kind, such as what a letter asks for. */
export function ProofDocuments({ place, ...slot }: ProofDocumentsProps) {
  const documents = useDocumentsHere(place)
  return (
    <>
      <FilesHint />
      <div className={slot.error ? 'field field-bad file-field' : 'field file-field'}>
        <DocumentSlot {...slot} place={place} documents={documents} except={[]} />
      </div>
    </>
  )
}
