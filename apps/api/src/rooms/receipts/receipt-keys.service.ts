import type { ReceiptKeys } from '@connect/contract/rooms/receipts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { findReceiptKey, insertReceiptKeys, listReceiptKeys } from './receipt-keys.store.ts'
import type { ReceiptSigning } from './receipt-signing.ts'

/** Keys by which anybody can check receipts. */
export function createReceiptKeysService({
  db,
  signing,
}: {
  readonly db: Transaction
  readonly signing: ReceiptSigning
}) {
  return {
    /** Before anything is signed with them; they stay published when there are newer ones. */
    publish: () => insertReceiptKeys(db, signing.publicKeys),

    /** One with which receipts were signed once; null when there never was one of that name. */
    find: (id: string) => findReceiptKey(db, id),

    /** Newest first, past ones included. */
    async list(): Promise<ReceiptKeys> {
      const rows = await listReceiptKeys(db)
      return {
        items: rows.map(({ id, publicKey, createdAt }) => ({
          id,
          algorithm: 'Ed25519',
          publicKey: Buffer.from(publicKey).toString('base64url'),
          createdAt: createdAt.toISOString(),
        })),
      }
    },
  }
}

export type ReceiptKeysService = ReturnType<typeof createReceiptKeysService>
