import { isCaseDataHeld, keepCaseDataOpen } from './case-hold.store.ts'
import { Problem } from './problem.ts'
import type { Transaction } from './unit-of-work.ts'

/**
 * Throws `case.held` between a recovery of the password and the next time that a client ID of the account was given
 * again: until then nothing of reports, documents and receipts is shown or taken.
 */
export async function requireOpenCaseData(db: Transaction, accountId: string): Promise<void> {
  if (await isCaseDataHeld(db, accountId)) throw new Problem('case.held')
}

export { keepCaseDataOpen }
