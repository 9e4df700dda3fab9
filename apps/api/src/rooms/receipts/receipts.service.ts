import type { Keys } from '../../kernel/key-ring.ts'
import { createOwnReceiptsService, type OwnReceiptsDependencies } from './own-receipts.service.ts'
import { createReceiptIssuing } from './receipt-issue.service.ts'
import { createReceiptKeysService } from './receipt-keys.service.ts'
import { createReceiptSigning } from './receipt-signing.ts'
import { createReceiptVerificationService } from './receipt-verification.service.ts'

interface ReceiptsDependencies extends Omit<OwnReceiptsDependencies, 'signing'> {
  readonly keys: Pick<Keys, 'receiptSigning'>
}

/** What proves that something was submitted, in parts of their own. */
export function createReceipts({ keys, ...dependencies }: ReceiptsDependencies) {
  const signing = createReceiptSigning(keys)
  const published = createReceiptKeysService({ ...dependencies, signing })
  return {
    issuing: createReceiptIssuing({ ...dependencies, signing }),
    own: createOwnReceiptsService({ ...dependencies, signing }),
    keys: published,
    verification: createReceiptVerificationService({ findKey: published.find }),
  }
}

export type Receipts = ReturnType<typeof createReceipts>
