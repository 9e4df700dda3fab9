import type { Document } from '@connect/contract/rooms/documents'
import { openedPages, type OpenedPage } from '../../kernel/broken-seals.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import {
  attachDocuments,
  countDocumentsOfReport,
  discardDocuments,
  findDocumentsOfEvents,
  findOwnDocuments,
  holdOwnDocuments,
  listOwnDocuments,
  nameDocuments,
} from './document-attachment.store.ts'
import { documentOf } from './document-view.ts'
import type { DocumentRow } from './document.store.ts'

/** A file with what workers see of it beside. */
export type AttachedDocument = Document & {
  /** Whether a PDF holds scripts or other content that acts by itself. */
  readonly active: boolean
}

/** Why a file cannot go with a submission. */
type AttachmentRefusal = 'document.unknown' | 'document.submitted' | 'document.refused' | 'document.receiving'

interface RefusedAttachment {
  readonly documentId: string
  readonly code: AttachmentRefusal
}

interface Attachment {
  readonly accountId: string
  /** The entry of the timeline that they go to, in the same transaction. */
  readonly eventId: string
  readonly documentIds: readonly string[]
}

/** Files that go with a submission: from then on they stay. */
export function createDocumentAttachment({ cipher }: { readonly cipher: RecordCipher }) {
  const asked = (rows: readonly DocumentRow[], ids: readonly string[]): DocumentRow[] => {
    const byId = new Map(rows.map((row) => [row.id, row]))
    return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
  }
  return {
    /** Those of one's own that have arrived, each once, in the order asked; others are left out. */
    async find(tx: Transaction, accountId: string, ids: readonly string[]): Promise<Document[]> {
      if (ids.length === 0) return []
      const rows = await findOwnDocuments(tx, accountId, ids)
      return asked(rows, ids).map((row) => documentOf(row, cipher))
    },

    /** Keeps files of one's own as long as the draft that is saved with them. */
    async name(tx: Transaction, accountId: string, ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await nameDocuments(tx, accountId, ids)
    },

    /** All of one's own that have arrived, newest first, without those whose name does not open. */
    pages(
      tx: Transaction,
      accountId: string,
      onBroken: (error: unknown) => void,
    ): AsyncIterable<OpenedPage<Document>> {
      return openedPages({
        read: (stretch) => listOwnDocuments(tx, accountId, stretch),
        open: (rows) => rows.map((row) => documentOf(row, cipher)),
        onBroken,
      })
    },

    /** Takes away files of one's own that went with nothing, and says which; their bytes are swept. Others are left as they are. */
    async discard(tx: Transaction, accountId: string, ids: readonly string[]): Promise<string[]> {
      return ids.length === 0 ? [] : discardDocuments(tx, accountId, ids)
    },

    /** Those of some files that could not go with a submission now, and why. */
    async unfit(
      tx: Transaction,
      accountId: string,
      documentIds: readonly string[],
    ): Promise<RefusedAttachment[]> {
      return documentIds.length === 0
        ? []
        : refusedOf(await holdOwnDocuments(tx, accountId, documentIds), documentIds)
    },

    /**
     * Gives files of one's own to an entry of a timeline: all of them, in the order asked, or none where one is refused.
     * A file that is still being checked may go.
     */
    async attach(
      tx: Transaction,
      { accountId, eventId, documentIds }: Attachment,
    ): Promise<{ readonly documents: Document[]; readonly refused: RefusedAttachment[] }> {
      if (documentIds.length === 0) return { documents: [], refused: [] }
      const rows = await holdOwnDocuments(tx, accountId, documentIds)
      const refused = refusedOf(rows, documentIds)
      if (refused.length > 0) return { documents: [], refused }
      const held = asked(rows, documentIds)
      const reportId = await attachDocuments(
        tx,
        eventId,
        held.map(({ id }) => id),
      )
      return { documents: held.map((row) => ({ ...documentOf(row, cipher), reportId })), refused: [] }
    },

    /** How many files went with a report, and with what was added to it. */
    async countOfReport(tx: Transaction, reportId: string): Promise<number> {
      return countDocumentsOfReport(tx, reportId)
    },

    /** Files of entries of timelines, in the order in which they were sent, by the id of the entry. */
    async ofEvents(tx: Transaction, eventIds: readonly string[]): Promise<Map<string, AttachedDocument[]>> {
      const found = new Map<string, AttachedDocument[]>(eventIds.map((id) => [id, []]))
      if (eventIds.length === 0) return found
      for (const row of await findDocumentsOfEvents(tx, eventIds))
        found.get(row.eventId ?? '')?.push({ ...documentOf(row, cipher), active: row.active })
      return found
    },
  }
}

function refusedOf(rows: readonly DocumentRow[], documentIds: readonly string[]): RefusedAttachment[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(documentIds)].flatMap((documentId) => {
    const code = refusalOf(byId.get(documentId))
    return code === null ? [] : [{ documentId, code }]
  })
}

function refusalOf(row: DocumentRow | undefined): AttachmentRefusal | null {
  if (row === undefined) return 'document.unknown'
  if (row.eventId !== null) return 'document.submitted'
  if (row.state === 'refused') return 'document.refused'
  return row.state === 'receiving' ? 'document.receiving' : null
}

export type DocumentAttachment = ReturnType<typeof createDocumentAttachment>
