import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface ReceiptKeyRow {
  readonly id: string
  readonly publicKey: Uint8Array<ArrayBuffer>
}

/** Publishes keys for good; those that are there stay as they are. */
export async function insertReceiptKeys(tx: Transaction, rows: readonly ReceiptKeyRow[]): Promise<void> {
  await tx.receiptKey.createMany({ data: [...rows], skipDuplicates: true })
}

/** A key with which receipts were signed once; null when there never was one of that name. */
export async function findReceiptKey(tx: Transaction, id: string): Promise<ReceiptKeyRow | null> {
  return tx.receiptKey.findUnique({ where: { id }, select: { id: true, publicKey: true } })
}

/** All of them, newest first. */
export async function listReceiptKeys(
  tx: Transaction,
): Promise<readonly (ReceiptKeyRow & { readonly createdAt: Date })[]> {
  return tx.receiptKey.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
}
