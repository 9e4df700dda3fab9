import { createRepeater, type Repeater } from './repeater.ts'
import { sweeps, type SweepDatabase, type SweptKind } from './sweeper.store.ts'

type SweepCounts = Readonly<Record<SweptKind, number>>

export interface SweeperOptions {
  readonly prisma: SweepDatabase
  /** Milliseconds between two passes. */
  readonly everyMs?: number
  /** Rows of one statement: none of them locks much or for long. */
  readonly batchSize?: number
  /** Told of every kind that a pass could not sweep; the next pass tries again. */
  readonly onError?: (error: unknown, kind: SweptKind) => void
}

export interface Sweeper extends Repeater {
  /** Deletes all that has expired, and answers how many rows of each kind. Throws what the database throws. */
  sweepNow(): Promise<SweepCounts>
}

const defaultEveryMs = 60_000
const defaultBatchSize = 500

/**
 * Deletes what has expired: sessions, spent security checks, idempotency keys with their replies, counters of
 * limits, recoveries, old counts of refusals, old e-mails, and files that nobody submitted. Nothing relies on it: whoever reads such a row looks at its end. Source: docs/security.md.
 */
export function createSweeper({ prisma, everyMs, batchSize, onError }: SweeperOptions): Sweeper {
  const kinds = Object.keys(sweeps) as SweptKind[]
  const limit = batchSize ?? defaultBatchSize

  async function sweepKind(kind: SweptKind): Promise<number> {
    let total = 0
    for (;;) {
      const count = await sweeps[kind](prisma, limit)
      total += count
      if (count < limit) return total
    }
  }

  async function pass(): Promise<void> {
    for (const kind of kinds) {
      try {
        await sweepKind(kind)
      } catch (error) {
        onError?.(error, kind)
      }
    }
  }

  return {
    ...createRepeater(everyMs ?? defaultEveryMs, pass),
    async sweepNow() {
      const counts: Record<SweptKind, number> = {
        session: 0,
        apiToken: 0,
        spentCaptcha: 0,
        idempotencyKey: 0,
        rateCounter: 0,
        signInCounter: 0,
        ownDevice: 0,
        refusalCount: 0,
        mail: 0,
        emailConfirmation: 0,
        recovery: 0,
        recoveryCounter: 0,
        associationCounter: 0,
        associationFailures: 0,
        associationCode: 0,
        caseImport: 0,
        document: 0,
        reportDraft: 0,
      }
      for (const kind of kinds) counts[kind] = await sweepKind(kind)
      return counts
    },
  }
}
