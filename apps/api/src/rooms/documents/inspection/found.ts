import type { DocumentMediaType, RefusalReason } from '@connect/contract/rooms/documents'

/** What is made of a picture: for whoever reads it, and as a page of a PDF. */
export interface MadeRendition {
  readonly rendition: 'reader' | 'page'
  readonly mediaType: DocumentMediaType
  readonly content: Buffer
}

interface RefusedFile {
  readonly reason: RefusalReason
}

export interface ReadableFile {
  readonly reason: null
  /** Of a PDF. */
  readonly pages: number | null
  /** Whether a PDF holds scripts or other content that acts by itself. */
  readonly active: boolean
  /** None where the file itself may be given to readers. */
  readonly renditions: readonly MadeRendition[]
}

export type InspectedFile = RefusedFile | ReadableFile

/** Ends the inspection: the file cannot be used, and why. */
export class RefusedFileError extends Error {
  override readonly name = 'RefusedFileError'
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, cause?: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}
