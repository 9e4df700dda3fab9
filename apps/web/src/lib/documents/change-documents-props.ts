import type { Document } from '@connect/contract/rooms/documents'

/**
 * What the step that asks for proof hands to the component that takes photos and files for one change of a report
 * (`ChangeDocuments` of `change-documents.tsx`). The report's draft stays with the step: the component tells what
 * happened, one document at a time, also long after it was drawn last.
 */
export interface ChangeDocumentsProps {
  /** Tells the fields of one change from those of another on the same page, such as `changes.0`. */
  readonly name: string
  /** The proofs that help here, in the words of the language in use; `other` is not among them. */
  readonly wanted: readonly { readonly kind: string; readonly label: string }[]
  /** Documents of the report as the service told of them last; what is missing there is fetched. */
  readonly known: readonly Document[]
  /** Those of this change, in the order in which they came. */
  readonly documentIds: readonly string[]
  /** Kinds of documents that will be sent later. */
  readonly later: readonly string[]
  /** How many more files the report takes. */
  readonly room: number
  /** A file has arrived: the service has given it this id. */
  readonly onAdd: (documentId: string) => void
  /** It is no longer part of the change; told before it is deleted. */
  readonly onRemove: (documentId: string) => void
  readonly onLater: (kind: string, isLater: boolean) => void
  /** How many files of this change are on their way now. The same function for ever. */
  readonly onUploading: (count: number) => void
}
