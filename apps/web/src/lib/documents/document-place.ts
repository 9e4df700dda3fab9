import type { Document } from '@connect/contract/rooms/documents'

/** A file as the service has it. */
export type StoredDocument = Document

/** A kind of proof that is asked for by name. */
export interface AskedDocument {
  /** What `kind` of `POST /documents` is for it. */
  readonly id: string
  /** In the language in use. */
  readonly label: string
}

/** What came to the documents of a place and what went from them, in one step. */
export interface DocumentsNews {
  readonly attached: readonly StoredDocument[]
  /** Ids of those that are gone for good: they stand nowhere in the report any more. */
  readonly detached: readonly string[]
}

/** Where files belong: what is sent there goes on while the person is on another page. */
export interface DocumentPlace {
  /** The report, or the form without one. Files on the way are counted by it. */
  readonly owner: string
  /** Tells this place from the owner's others, and stays the same for as long as there is one. */
  readonly part: string
  /** The documents that stand here already. */
  readonly documentIds: readonly string[]
  /** What the service told of them last; what lacks here is asked for. */
  readonly documents: readonly StoredDocument[]
  /** How many more files there may be: all of a report count together. */
  readonly room: number
  /**
   * Keeps what came and what went. Also called after the page was left, so it must reach what outlives the page; what
   * came while it could not is handed over when the place is shown again.
   */
  readonly onDocuments: (news: DocumentsNews) => void
}
