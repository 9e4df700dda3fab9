import { documentLimits } from '@connect/contract/rooms/documents'
import type { Lookup } from '../../kernel/lookup.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import {
  countBytes,
  readCounted,
  sumUnsubmitted,
  type CountedKind,
  type CountedStretch,
} from './document-allowance.store.ts'

/** What a file counts for at least: many small ones cost us more than their bytes. */
const least = 64 * 1024

/** How much of each an account may send in 24 hours. */
const most: Readonly<Record<CountedKind, number>> = {
  'document-bytes': documentLimits.bytesInDay,
  'document-bytes-in-vain': documentLimits.bytesInVain,
}

/**
 * How much an account may upload in 24 hours, and have lying unsubmitted. Deleting gives nothing of the day back. What broke
 * off or was refused is written to the disk as well: it counts for a limit of its own, which nobody with a bad line meets.
 */
export function createDocumentAllowance(lookup: Lookup) {
  const count = (tx: Transaction, kind: CountedKind, accountId: string, bytes: number) =>
    countBytes(tx, { kind, subject: lookup('account', accountId), bytes: Math.max(bytes, least) })
  const counted = (tx: Transaction, accountId: string) => readCounted(tx, lookup('account', accountId))

  async function refuseUnsubmitted(tx: Transaction, accountId: string, more: number): Promise<void> {
    const bytes = await sumUnsubmitted(tx, accountId, least)
    if (bytes + Math.max(more, least) > documentLimits.bytesUnsubmitted)
      throw new Problem('document.unsubmitted_limit')
  }

  return {
    /**
     * Counts a file in the transaction that receives it, before it is there. Throws `document.day_limit` and
     * `document.unsubmitted_limit`.
     */
    async take(tx: Transaction, accountId: string, bytes: number): Promise<void> {
      await count(tx, 'document-bytes', accountId, bytes)
      refuseOver('document-bytes', await counted(tx, accountId), 0)
      await refuseUnsubmitted(tx, accountId, bytes)
    },

    /** Counts what was stored of a file that is not received. */
    async countVain(tx: Transaction, accountId: string, bytes: number): Promise<void> {
      await count(tx, 'document-bytes-in-vain', accountId, bytes)
    },

    /** Throws what `take` throws when so many bytes would be too many, or were sent in vain; counts nothing. */
    async expect(tx: Transaction, accountId: string, bytes: number): Promise<void> {
      const stretches = await counted(tx, accountId)
      refuseOver('document-bytes', stretches, Math.max(bytes, least))
      refuseOver('document-bytes-in-vain', stretches, least)
      await refuseUnsubmitted(tx, accountId, bytes)
    },
  }
}

function refuseOver(kind: CountedKind, stretches: readonly CountedStretch[], more: number): void {
  const own = stretches.filter((stretch) => stretch.kind === kind)
  let left = own.reduce((sum, { bytes }) => sum + bytes, more)
  let wait = 0
  for (const { bytes, leavesIn } of own) {
    if (left <= most[kind]) break
    left -= bytes
    wait = leavesIn
  }
  if (wait > 0) throw new Problem('document.day_limit', { headers: { 'retry-after': String(wait) } })
}

export type DocumentAllowance = ReturnType<typeof createDocumentAllowance>
