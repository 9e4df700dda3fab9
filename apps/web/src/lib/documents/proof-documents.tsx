import type { DocumentPlace } from './document-place.ts'
import { DocumentSlot } from './document-slot.tsx'
import { FilesHint } from './files-hint.tsx'
import { useDocumentsHere } from './use-documents-here.ts'

interface ProofDocumentsProps {
  readonly place: DocumentPlace
  readonly label: string
  /** Of what is sent here. */
  readonly kind: string
}

/** Files of one form that are all of one kind, such as what a letter asks for. */
export function ProofDocuments({ place, label, kind }: ProofDocumentsProps) {
  const documents = useDocumentsHere(place)
  return (
    <>
      <FilesHint />
      <DocumentSlot place={place} documents={documents} kind={kind} label={label} except={[]} />
    </>
  )
}
