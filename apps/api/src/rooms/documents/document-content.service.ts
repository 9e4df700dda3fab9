import { Readable } from 'node:stream'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentBytes } from './document-bytes.service.ts'
import { findContent, type DocumentContentRow } from './document-reading.store.ts'

/** A file as readers are given it. */
export interface DocumentContent {
  readonly mediaType: string
  readonly fileName: string
  readonly bytes: number
  readonly sha256: Uint8Array | null
  /** Reads what is to be sent, piece by piece. Throws when not even the first piece can be read. */
  readonly open: () => Promise<Readable>
}

/** What names end with once a picture was turned into another type. */
const readerEndings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}

/** Gives files to readers: nothing but what was checked, and without what was taken out of it. */
export function createDocumentContentService({
  db,
  cipher,
  bytes,
}: {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly bytes: DocumentBytes
}) {
  return {
    /**
     * A file by its id, of one account where it is given: whoever gives none has made sure that the reader may see it.
     * Throws `resource.not_found` and `document.not_ready`.
     */
    async find(documentId: string, accountId?: string): Promise<DocumentContent> {
      const row = await findContent(db, { documentId, accountId: accountId ?? null })
      if (row === null) throw new Problem('resource.not_found')
      if (row.state !== 'ready') throw new Problem('document.not_ready')
      const rendition = row.readerMediaType === null ? 'original' : 'reader'
      return {
        ...toldOf(row, cipher),
        open: async () => {
          const pieces = bytes.read(row, rendition)
          // Before anything is answered: what fails here can still be told.
          const first = await pieces.next()
          return Readable.from(startingWith(first, pieces))
        },
      }
    },
  }
}

function toldOf(row: DocumentContentRow, cipher: RecordCipher): Omit<DocumentContent, 'open'> {
  const { mediaType, bytes, readerMediaType, readerBytes, givenSha256: sha256 } = row
  const fileName = cipher.open('document', row.id, row).openText('file_name', row.fileName)
  if (readerMediaType === null) return { mediaType, bytes, sha256, fileName }
  const ending = readerEndings[readerMediaType]
  const isOther = readerMediaType !== mediaType && ending !== undefined
  return {
    mediaType: readerMediaType,
    bytes: readerBytes ?? 0,
    sha256,
    fileName: isOther ? fileName.replace(/\.[^.]*$/u, `.${ending}`) : fileName,
  }
}

async function* startingWith<Piece>(
  first: IteratorResult<Piece>,
  rest: AsyncGenerator<Piece>,
): AsyncGenerator<Piece> {
  if (first.done === true) return
  yield first.value
  yield* rest
}

export type DocumentContentService = ReturnType<typeof createDocumentContentService>
