import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface ReceiptKeyRow {
  readonly id: string
  readonly publicKey: Uint8Array<ArrayBuffer>
}

/** Publishes keys for good; those that are there stay as they are. */
export async function insertReceiptKeys(tx: Transaction, rows: readonly ReceiptKeyRow[]): Promise<void> {
  await tx.receiptKey.createMany({ data: [...rows], skipDuplicates: true })
}
