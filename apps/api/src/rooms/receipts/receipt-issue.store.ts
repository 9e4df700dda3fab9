import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface NewReceipt {
  readonly id: string
  readonly confirmationNumber: string
  readonly eventId: string
  readonly accountId: string | null
  readonly dataKey: Uint8Array<ArrayBuffer>
  readonly dataKeyVersion: number
  readonly content: Uint8Array<ArrayBuffer>
}

/** Stores a receipt for good; false when its number is another one's already. */
export async function insertReceipt(tx: Transaction, row: NewReceipt): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO receipt (id, confirmation_number, event_id, account_id, data_key, data_key_version, content)
    VALUES (${row.id}::uuid, ${row.confirmationNumber}, ${row.eventId}::uuid, ${row.accountId}::uuid,
            ${row.dataKey}, ${row.dataKeyVersion}, ${row.content})
    ON CONFLICT (confirmation_number) DO NOTHING`
  return count === 1
}

export interface SealedReceiptRow {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly content: Uint8Array
}

/** The receipt of an entry of a timeline, still sealed. */
export async function findReceiptOfEvent(tx: Transaction, eventId: string): Promise<SealedReceiptRow | null> {
  return tx.receipt.findUnique({
    where: { eventId },
    select: { id: true, dataKey: true, dataKeyVersion: true, content: true },
  })
}
