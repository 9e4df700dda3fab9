import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface ArrivingDocument {
  readonly id: string
  readonly accountId: string
  readonly mediaType: string
  readonly dataKey: Bytes
  readonly dataKeyVersion: number
  readonly fileName: Bytes
}

/** Begins a file: what it proves is said when it has arrived. */
export async function insertArriving(tx: Transaction, row: ArrivingDocument): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO document (id, account_id, kind, state, data_key, data_key_version, file_name, media_type)
    VALUES (${row.id}::uuid, ${row.accountId}::uuid, '', 'receiving', ${row.dataKey}, ${row.dataKeyVersion},
            ${row.fileName}, ${row.mediaType})`
}

interface ReceivedDocument {
  readonly id: string
  readonly accountId: string
  readonly kind: string
  readonly bytes: number
  readonly sha256: Bytes
}

/** Says that all of a file has arrived; answers when it began. Null when it is gone, or not its account's any more. */
export async function markReceived(
  tx: Transaction,
  { id, accountId, kind, bytes, sha256 }: ReceivedDocument,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ createdAt: Date }[]>`
    UPDATE document SET state = 'received', kind = ${kind}, bytes = ${bytes}::int, sha256 = ${sha256},
                        received_at = statement_timestamp()
    WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid AND state = 'receiving'
    RETURNING created_at AS "createdAt"`
  return row?.createdAt ?? null
}

/** Takes away what never arrived in full, bytes and all. False when there is none such: it was received, or is gone. */
export async function deleteArriving(tx: Transaction, id: string): Promise<boolean> {
  const count = await tx.$executeRaw`DELETE FROM document WHERE id = ${id}::uuid AND state = 'receiving'`
  return count === 1
}

/** Whether a session was not ended by anybody: a file may arrive for longer than one lives without a click. */
export async function isSessionKept(tx: Transaction, sessionId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`SELECT FROM session WHERE id = ${sessionId}::uuid`
  return rows.length > 0
}
