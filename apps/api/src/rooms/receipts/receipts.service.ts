import type { Keys } from '../../kernel/key-ring.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { createReceiptIssuing } from './receipt-issue.service.ts'
import { insertReceiptKeys } from './receipt-keys.store.ts'
import { createReceiptSigning } from './receipt-signing.ts'

interface ReceiptsDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly keys: Pick<Keys, 'receiptSigning'>
}

/** What proves that something was submitted, in parts of their own. */
export function createReceipts({ db, cipher, keys }: ReceiptsDependencies) {
  const signing = createReceiptSigning(keys)
  return {
    issuing: createReceiptIssuing({ cipher, signing }),
    /** Keys are published before anything is signed with them, and stay so when there are newer ones. */
    publishKeys: () => insertReceiptKeys(db, signing.publicKeys),
  }
}

export type Receipts = ReturnType<typeof createReceipts>
