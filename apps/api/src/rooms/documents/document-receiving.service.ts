import { createHash } from 'node:crypto'
import { documentLimits, type DocumentMediaType } from '@connect/contract/rooms/documents'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { timeOrderedId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentAllowance } from './document-allowance.ts'
import type { BytesWriter, DocumentBytes } from './document-bytes.service.ts'
import type { ArrivingFile } from './document-form.ts'
import { displayName } from './document-name.ts'
import { allowedEndings, tellingBytes, typeOf } from './document-type.ts'
import { deleteArriving, insertArriving } from './document-upload.store.ts'

interface ReceivingDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly allowance: Pick<DocumentAllowance, 'countVain'>
  readonly bytes: DocumentBytes
  readonly cipher: RecordCipher
  /** Whether this process is about to end. */
  readonly isDraining: () => boolean
}

/** All of a file that is in the store. */
interface StoredFile {
  readonly id: string
  readonly fileName: string
  readonly mediaType: DocumentMediaType
  readonly bytes: number
  readonly sha256: Uint8Array<ArrayBuffer>
}

/** What came of a file. */
interface TakenFile {
  readonly givenName: string
  /** SHA-256 of all that came, in hexadecimal. */
  readonly digest: string
  readonly isTooLarge: boolean
  readonly issue: RequestIssue | null
  /** Null unless it was stored. */
  readonly file: StoredFile | null
}

/** So much is read of what is refused, so that its sender can hear why. */
const listened = 8 * documentLimits.bytes

/** How long an upload may go on once its process is about to end, in milliseconds: most are in by then. */
const graceOfEnd = 8_000

/** Takes files into the store, piece by piece as they come. */
export function createReceiving(dependencies: ReceivingDependencies) {
  const { db, commit, allowance, bytes, cipher, isDraining } = dependencies
  let endingSince: number | null = null

  /** Throws when the process is to end: another one takes the file, from its beginning. */
  function goOnLater(): void {
    if (!isDraining()) return
    endingSince ??= performance.now()
    if (performance.now() - endingSince > graceOfEnd)
      throw new Problem('server.unavailable', { headers: { 'retry-after': '5' } })
  }

  return (accountId: string, { keeps }: { readonly keeps: boolean }) => {
    let id: string | null = null
    let stored = 0

    async function begin(fileName: string, mediaType: DocumentMediaType): Promise<BytesWriter> {
      id = timeOrderedId()
      const { dataKey, dataKeyVersion, seal } = cipher.create('document', id)
      const row = { id, accountId, mediaType, dataKey, dataKeyVersion, fileName: seal('file_name', fileName) }
      await insertArriving(db, row)
      return bytes.write({ id, dataKey, dataKeyVersion }, 'original')
    }

    return {
      /** Reads a file to its end, and stores it as long as nothing is wrong with it. */
      async take({ name, content }: ArrivingFile): Promise<TakenFile> {
        const fileName = displayName(name)
        const hash = createHash('sha256')
        let writer: BytesWriter | null = null
        let mediaType: DocumentMediaType | null = null
        let size = 0
        for await (const part of startingWith(content, tellingBytes)) {
          goOnLater()
          hash.update(part)
          if (size === 0) {
            mediaType = typeOf(fileName, part)
            if (keeps && mediaType !== null) writer = await begin(fileName, mediaType)
          }
          size += part.length
          if (size > listened) throw new Problem('request.too_large')
          if (writer !== null && size <= documentLimits.bytes) {
            stored = size
            await writer.add(part)
          }
        }
        const isTooLarge = size > documentLimits.bytes
        const taken = {
          givenName: name,
          digest: hash.digest('hex'),
          isTooLarge,
          issue: issueOf(size, mediaType),
        }
        if (writer === null || mediaType === null || id === null || isTooLarge)
          return { ...taken, file: null }
        return { ...taken, file: { id, fileName, mediaType, ...(await writer.end()) } }
      },

      /** It was received: nothing of it is to be forgotten. */
      keep(): void {
        id = null
      },

      /** Takes away what was stored, unless it was received, and counts it where its sender is why it was not. */
      async forget({ counts }: { readonly counts: boolean }): Promise<void> {
        const gone = id
        if (gone === null) return
        await commit(async (tx) => {
          if ((await deleteArriving(tx, gone)) && counts) await allowance.countVain(tx, accountId, stored)
        })
      },
    }
  }
}

function issueOf(size: number, mediaType: DocumentMediaType | null): RequestIssue | null {
  if (size === 0) return { pointer: '/file', code: 'file.empty' }
  if (mediaType === null) return { pointer: '/file', code: 'file.type', params: { allowed: allowedEndings } }
  return null
}

/** The same bytes, of which the first so many come together. */
async function* startingWith(content: AsyncIterable<Buffer>, many: number): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0)
  for await (const part of content) {
    if (start === null) yield part
    else {
      start = Buffer.concat([start, part])
      if (start.length >= many) {
        yield start
        start = null
      }
    }
  }
  if (start !== null && start.length > 0) yield start
}

export type Receiving = ReturnType<ReturnType<typeof createReceiving>>
