import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** What is needed to give a file to a reader. */
export interface DocumentContentRow {
  readonly id: string
  readonly state: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly fileName: Uint8Array
  readonly mediaType: string
  readonly bytes: number
  /** Null where readers are given the file as it was received. */
  readonly readerMediaType: string | null
  readonly readerBytes: number | null
  /** Of what readers are given. */
  readonly givenSha256: Uint8Array | null
}

/** A file that has arrived, of an account where one is given; null when there is none such. */
export async function findContent(
  tx: Transaction,
  { documentId, accountId = null }: { readonly documentId: string; readonly accountId?: string | null },
): Promise<DocumentContentRow | null> {
  const [row] = await tx.$queryRaw<DocumentContentRow[]>`
    SELECT id, state, data_key AS "dataKey", data_key_version AS "dataKeyVersion", file_name AS "fileName",
           media_type AS "mediaType", bytes, reader_media_type AS "readerMediaType", reader_bytes AS "readerBytes",
           CASE WHEN reader_media_type IS NULL THEN sha256 ELSE reader_sha256 END AS "givenSha256"
    FROM document
    WHERE id = ${documentId}::uuid AND state <> 'receiving'
      AND (${accountId}::uuid IS NULL OR account_id = ${accountId}::uuid)`
  return row ?? null
}

/** Deletes a file that was not submitted, bytes and all. False when there is none such. */
export async function deleteUnsubmitted(
  tx: Transaction,
  { accountId, documentId }: { readonly accountId: string; readonly documentId: string },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    DELETE FROM document
    WHERE id = ${documentId}::uuid AND account_id = ${accountId}::uuid AND event_id IS NULL AND state <> 'receiving'`
  return count === 1
}
