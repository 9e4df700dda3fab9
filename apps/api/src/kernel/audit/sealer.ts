import type { Keys } from '../key-ring.ts'
import { createRepeater, type Repeater } from '../repeater.ts'
import { chainStart, nextLink, signLink, type ChainLink } from './chain.ts'
import {
  appendSeals,
  readHead,
  readUnsealed,
  tryLockSealing,
  type ChainDatabase,
  type NewSeal,
} from './chain.store.ts'

/** How often it looks for new rows: each is sealed within a second of its commit. Milliseconds. */
export const sealEveryMs = 400

/** Rows of one transaction, which holds the sealer's place meanwhile. */
const batchSize = 500

export interface SealerOptions {
  readonly prisma: ChainDatabase
  readonly keys: Pick<Keys, 'auditSigning'>
  /** Told of every pass that could not seal; the next one tries again. */
  readonly onError?: (error: unknown) => void
  /** Told how many rows a pass of the timer sealed, when there were any. */
  readonly onSealed?: (count: number) => void
}

export interface Sealer extends Repeater {
  /** Seals what is there, and answers how many rows. None when another sealer is at it. */
  sealNow(): Promise<number>
}

/**
 * Chains and signs what others commit, so that no writer waits for the chain. However many instances run, one seals at
 * a time. Source: docs/security.md, audit.
 */
export function createSealer({ prisma, keys, onError, onSealed }: SealerOptions): Sealer {
  async function sealNow(): Promise<number> {
    let total = 0
    for (;;) {
      const sealed = await sealBatch(prisma, keys)
      total += sealed
      if (sealed < batchSize) return total
    }
  }

  async function pass(): Promise<void> {
    try {
      // A look that takes no lock: most passes find nothing.
      if ((await readUnsealed(prisma, 1)).length === 0) return
      const sealed = await sealNow()
      if (sealed > 0) onSealed?.(sealed)
    } catch (error) {
      onError?.(error)
    }
  }

  return { ...createRepeater(sealEveryMs, pass), sealNow }
}

async function sealBatch(prisma: ChainDatabase, keys: Pick<Keys, 'auditSigning'>): Promise<number> {
  return prisma.$transaction(async (tx) => {
    if (!(await tryLockSealing(tx))) return 0
    const start = (await readHead(tx)) ?? chainStart
    const events = await readUnsealed(tx, batchSize)
    if (events.length === 0) return 0

    const { version, key } = keys.auditSigning.current
    const seals: NewSeal[] = []
    let link: ChainLink = start
    for (const event of events) {
      const next = nextLink(link, event)
      const isLast = seals.length === events.length - 1
      seals.push({
        ...next,
        eventId: event.id,
        previousHash: Uint8Array.from(link.hash),
        signature: isLast ? signLink(key, 'link', next) : null,
        keyVersion: version,
      })
      link = next
    }
    await appendSeals(tx, seals, { ...link, signature: signLink(key, 'head', link), keyVersion: version })
    return events.length
  })
}
