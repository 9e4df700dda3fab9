import { createHash } from 'node:crypto'
import type { DocumentStore, Rendition } from '../../adapters/document-store/document-store.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import { createTurns } from '../../kernel/turns.ts'

/** Bytes of a piece before it is sealed: so much of each file under way is in memory, some four times over. */
const pieceBytes = 128 * 1024

/** Pieces that are stored at once in a process: each takes a connection from others. */
const storedAtOnce = 4

export interface WrittenBytes {
  readonly bytes: number
  readonly sha256: Uint8Array<ArrayBuffer>
}

/** Takes the bytes of a file as they come, in constant memory. */
export interface BytesWriter {
  /** Returns when there is room for more. */
  add(part: Uint8Array): Promise<void>
  /** Stores what is left, and makes sure that all of it is there. Throws `server.unavailable` when it is not. */
  end(): Promise<WrittenBytes>
}

/** Of the row that the bytes belong to. */
interface SealedDocument {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
}

/** The bytes of files: in pieces, each sealed with its place and whether it is the last, so that none can be missed. */
export function createDocumentBytes({
  store,
  cipher,
}: {
  readonly store: DocumentStore
  readonly cipher: RecordCipher
}) {
  const turns = createTurns(storedAtOnce)
  let latest = 0

  return {
    /** Writes a rendition from its beginning; what stands there has to be removed first. */
    write(document: SealedDocument, rendition: Rendition): BytesWriter {
      const place = { documentId: document.id, rendition }
      const { seal } = cipher.open('document', document.id, document)
      const hash = createHash('sha256')
      const held = Buffer.allocUnsafe(pieceBytes)
      let holding = 0
      let position = 0
      let bytes = 0
      let stored = 0
      let storing = Promise.resolve()

      /** Seals what is held and stores it while the next piece comes; the one before it has to be stored by then. */
      async function flush(isLast: boolean): Promise<void> {
        const sealed = seal(columnOf(rendition, position, isLast), held.subarray(0, holding))
        const at = position
        position += 1
        holding = 0
        stored += sealed.length
        await storing
        latest += 1
        storing = turns.take(latest, () => store.put(place, at, { content: sealed, isLast }))
        // Whoever waits for it next is told; nobody may before this process looks.
        storing.catch(() => undefined)
      }

      return {
        async add(part) {
          hash.update(part)
          bytes += part.length
          for (let from = 0; from < part.length;) {
            // What may be the last piece waits until it is known whether it is.
            if (holding === pieceBytes) await flush(false)
            const taken = part.subarray(from, from + pieceBytes - holding)
            held.set(taken, holding)
            holding += taken.length
            from += taken.length
          }
        },
        async end() {
          await flush(true)
          await storing
          await store.finish(place, { pieces: position, bytes: stored })
          return { bytes, sha256: Uint8Array.from(hash.digest()) }
        },
      }
    },

    /** Reads a rendition piece by piece. Throws `SealBrokenError` where one was changed, moved or cut off. */
    async *read(document: SealedDocument, rendition: Rendition): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      const { openBytes } = cipher.open('document', document.id, document)
      let position = 0
      for await (const { content, isLast } of store.read({ documentId: document.id, rendition })) {
        yield openBytes(columnOf(rendition, position, isLast), content)
        position += 1
      }
    },

    /** Forgets a rendition, for one that is written again. */
    async remove(documentId: string, rendition: Rendition): Promise<void> {
      await store.remove({ documentId, rendition })
    },
  }
}

/** What a piece is bound to beside its row: a piece elsewhere, or an end that is none, does not open. */
function columnOf(rendition: Rendition, position: number, isLast: boolean): string {
  return `${rendition}/${String(position)}${isLast ? '/last' : ''}`
}

export type DocumentBytes = ReturnType<typeof createDocumentBytes>
