/** Which bytes of a file: as they were received, what readers are given instead, or as a page of a PDF. */
export type Rendition = 'original' | 'reader' | 'page'

/** The pieces of a file under one name. */
export interface StoredPlace {
  readonly documentId: string
  readonly rendition: Rendition
}

/** What somebody says was put, so that it can be counted. */
interface StoredSize {
  readonly pieces: number
  /** Of all pieces as they were put, sealed. */
  readonly bytes: number
}

interface StoredPiece {
  readonly content: Uint8Array
  readonly isLast: boolean
}

/** Keeps the bytes of files in sealed pieces; it never sees what is in them. */
export interface DocumentStore {
  /**
   * Keeps a piece by itself, in no transaction. Pieces count from 0 and are put one after the other; when the last one is
   * put, all of them outlive a crash. Nobody relies on them before `finish`.
   */
  put(place: StoredPlace, position: number, piece: StoredPiece): Promise<void>
  /** Throws `server.unavailable` unless all that was put is there: whoever says so says what was written. */
  finish(place: StoredPlace, size: StoredSize): Promise<void>
  /** The pieces in their order, one at a time. Throws where one is missing. */
  read(place: StoredPlace): AsyncGenerator<StoredPiece>
  /** Forgets what is kept there, if anything is. */
  remove(place: StoredPlace): Promise<void>
}
