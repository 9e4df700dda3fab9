import { documentLimits } from '@connect/contract/rooms/documents'
import type { Lookup } from '../../kernel/lookup.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { countBytes, readCounted, type CountedStretch } from './document-allowance.store.ts'

/** What a file counts for at least: many small ones cost us more than their bytes. */
const least = 64 * 1024

/** How much an account may upload in 24 hours. Deleting gives nothing back; what never arrived in full does not count. */
export function createDocumentAllowance(lookup: Lookup) {
  return {
    /** Counts a file in the transaction that receives it. Throws `document.day_limit`. */
    async take(tx: Transaction, accountId: string, bytes: number): Promise<void> {
      const subject = lookup('account', accountId)
      await countBytes(tx, subject, Math.max(bytes, least))
      refuseOver(await readCounted(tx, subject), 0)
    },

    /** Throws `document.day_limit` when so many bytes would be too many; counts nothing. */
    async expect(tx: Transaction, accountId: string, bytes: number): Promise<void> {
      refuseOver(await readCounted(tx, lookup('account', accountId)), Math.max(bytes, least))
    },
  }
}

function refuseOver(stretches: readonly CountedStretch[], more: number): void {
  let left = stretches.reduce((sum, { bytes }) => sum + bytes, more)
  let wait = 0
  for (const { bytes, leavesIn } of stretches) {
    if (left <= documentLimits.bytesInDay) break
    left -= bytes
    wait = leavesIn
  }
  if (wait > 0) throw new Problem('document.day_limit', { headers: { 'retry-after': String(wait) } })
}
