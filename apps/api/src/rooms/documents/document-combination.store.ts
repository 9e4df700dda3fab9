import type { Locale } from '@connect/contract/shared/text'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What is needed of a photo to make a page of it. */
export interface PhotoRow {
  readonly id: string
  readonly state: string
  readonly eventId: string | null
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly fileName: Uint8Array
  readonly readerMediaType: string | null
  readonly readerBytes: number | null
  readonly scanned: boolean
}

/** Files of an account, of those that are asked for; held until the transaction ends. */
export async function holdPhotos(
  tx: Transaction,
  accountId: string,
  ids: readonly string[],
): Promise<PhotoRow[]> {
  return tx.$queryRaw<PhotoRow[]>`
    SELECT id, state, event_id AS "eventId", data_key AS "dataKey", data_key_version AS "dataKeyVersion",
           file_name AS "fileName", reader_media_type AS "readerMediaType", reader_bytes AS "readerBytes", scanned
    FROM document
    WHERE account_id = ${accountId}::uuid AND id = ANY (${[...ids]}::uuid[])
    ORDER BY id FOR UPDATE`
}

/** The language of an account; null for one that is gone. */
export async function findLocale(tx: Transaction, accountId: string): Promise<Locale | null> {
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { locale: true } })
  return account && (account.locale as Locale)
}

/** Takes photos that are held from their account; nobody's are swept, which may take longer than a request. */
export async function discardPhotos(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE document SET account_id = NULL WHERE id = ANY (${[...ids]}::uuid[]) AND event_id IS NULL`
}

interface CombinedDocument {
  readonly id: string
  readonly kind: string
  readonly bytes: number
  readonly sha256: Bytes
  readonly pages: number
  readonly scanned: boolean
}

/** Says that a PDF of ours is all there: nothing in it has to be looked at again. Answers when it began; null when it is gone. */
export async function markCombined(
  tx: Transaction,
  { id, kind, bytes, sha256, pages, scanned }: CombinedDocument,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ createdAt: Date }[]>`
    UPDATE document SET state = 'ready', kind = ${kind}, bytes = ${bytes}::int, sha256 = ${sha256},
                        pages = ${pages}::int, scanned = ${scanned},
                        received_at = statement_timestamp()
    WHERE id = ${id}::uuid AND state = 'receiving'
    RETURNING created_at AS "createdAt"`
  return row?.createdAt ?? null
}
