import { buffer } from 'node:stream/consumers'
import type { CombineDocumentsRequest } from '@connect/contract/rooms/document-combination'
import { documentLimits, type Document } from '@connect/contract/rooms/documents'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { busy, Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentBytes, WrittenBytes } from './document-bytes.service.ts'
import {
  discardPhotos,
  findLocale,
  holdPhotos,
  markCombined,
  type PhotoRow,
} from './document-combination.store.ts'
import { displayName, endingOf } from './document-name.ts'
import { deleteArriving, insertArriving } from './document-upload.store.ts'
import { photosPdf } from './photos-pdf.ts'

interface CombinationDependencies {
  readonly db: Transaction
  readonly bytes: DocumentBytes
  readonly cipher: RecordCipher
  readonly recordAudit: RecordAudit
  readonly onError: (error: unknown) => void
}

/** Made at once in a process: each has up to 20 MiB of photos and PDF in memory. */
const atOnce = 4

/** Of a PDF beside its photos, in bytes. */
const besidePhotos = 64 * 1024

/** Several photos as one PDF, as if it had been sent instead of them. */
export function createDocumentCombinationService(deps: CombinationDependencies) {
  const { db, bytes, cipher, recordAudit, onError } = deps
  let running = 0

  /** The pages of the photos: as readers get them where that fits, otherwise as they were made to fit. */
  async function pagesOf(photos: readonly PhotoRow[]): Promise<{ name: string; jpeg: Buffer }[]> {
    const sum = photos.reduce((total, { readerBytes }) => total + (readerBytes ?? 0), 0)
    const isAsTheyAre =
      sum <= documentLimits.bytes - besidePhotos &&
      photos.every(({ readerMediaType }) => readerMediaType === 'image/jpeg')
    const pages: { name: string; jpeg: Buffer }[] = []
    for (const photo of photos) {
      const name = cipher.open('document', photo.id, photo).openText('file_name', photo.fileName)
      pages.push({ name, jpeg: await buffer(bytes.read(photo, isAsTheyAre ? 'reader' : 'page')) })
    }
    return pages
  }

  async function store(id: string, accountId: string, fileName: string, pdf: Buffer): Promise<WrittenBytes> {
    if (pdf.length > documentLimits.bytes) throw new Error(`A PDF of ${pdf.length} bytes is too large`)
    const { dataKey, dataKeyVersion, seal } = cipher.create('document', id)
    const row = { id, accountId, mediaType: 'application/pdf', dataKey, dataKeyVersion }
    await insertArriving(db, { ...row, fileName: seal('file_name', fileName) })
    const writer = bytes.write({ id, dataKey, dataKeyVersion }, 'original')
    await writer.add(pdf)
    return writer.end()
  }

  async function combine(
    commit: Commit,
    accountId: string,
    { documentIds, kind, fileName: givenName }: CombineDocumentsRequest,
    context: RequestContext,
  ): Promise<Document> {
    await requireOpenCaseData(db, accountId)
    const photos = inOrder(documentIds, await holdPhotos(db, accountId, documentIds))
    const locale = (await findLocale(db, accountId)) ?? 'en'
    const fileName = pdfName(givenName ?? '')
    const pdf = await photosPdf(await pagesOf(photos), { title: fileName, locale })
    const id = timeOrderedId()
    try {
      const written = await store(id, accountId, fileName, pdf)
      return await commit(async (tx) => {
        const held = inOrder(documentIds, await holdPhotos(tx, accountId, documentIds))
        const scanned = held.every((photo) => photo.scanned)
        const pages = held.length
        const createdAt = await markCombined(tx, { id, kind, pages, scanned, ...written })
        if (createdAt === null) throw new Problem('server.unavailable', { headers: { 'retry-after': '2' } })
        await discardPhotos(tx, documentIds)
        await recordAudit(tx, {
          ...ownEvent('document.received', accountId, context),
          details: { document: id, combined: pages },
        })
        return {
          id,
          kind,
          fileName,
          mediaType: 'application/pdf',
          bytes: written.bytes,
          sha256: Buffer.from(written.sha256).toString('hex'),
          state: 'ready',
          reason: null,
          pages,
          scanned,
          createdAt: createdAt.toISOString(),
          reportId: null,
        }
      })
    } finally {
      // Only of what was not committed is anything left; what is left when this fails is swept.
      deleteArriving(db, id).catch(onError)
    }
  }

  return {
    /**
     * Makes one PDF of photos that are ready and went with nothing yet; they are gone when it is there. Throws `case.held`,
     * `server.busy`, and 422 with a pointer for each file that cannot be one of its pages.
     */
    async combine(...asked: Parameters<typeof combine>): Promise<Document> {
      if (running >= atOnce) throw busy(2)
      running += 1
      try {
        return await combine(...asked)
      } finally {
        running -= 1
      }
    },
  }
}

function pdfName(given: string): string {
  const name = displayName(given)
  return endingOf(name) === 'pdf' ? name : displayName(`${name}.pdf`)
}

/** In the order asked; throws 422 for those that are none of one's own photos, each once, ready and unsubmitted. */
function inOrder(ids: readonly string[], rows: readonly PhotoRow[]): PhotoRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const errors = ids.flatMap((id, index): RequestIssue[] => {
    const code = ids.indexOf(id) < index ? 'document.repeated' : issueOf(byId.get(id))
    return code === null ? [] : [{ pointer: `/documentIds/${index}`, code }]
  })
  if (errors.length > 0) throw new Problem('request.invalid', { errors })
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function issueOf(row: PhotoRow | undefined): RequestIssue['code'] | null {
  if (row === undefined) return 'document.unknown'
  if (row.eventId !== null) return 'document.submitted'
  if (row.state === 'refused') return 'document.refused'
  if (row.state !== 'ready') return 'document.checking'
  return row.readerMediaType?.startsWith('image/') === true ? null : 'document.not_a_picture'
}

export type DocumentCombinationService = ReturnType<typeof createDocumentCombinationService>
