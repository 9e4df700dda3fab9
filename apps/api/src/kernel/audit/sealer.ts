import type { Keys } from '../key-ring.ts'
import { createRepeater, type Repeater } from '../repeater.ts'
import { chainStart, nextLink, signLink, type ChainLink } from './chain.ts'
import {
  appendSeals,
  findForgotten,
  firstEvent,
  readHead,
  readUnsealed,
  tryLockSealing,
  type ChainDatabase,
  type EventCursor,
  type NewSeal,
  type Period,
} from './chain.store.ts'

/** How often it looks for new rows: each is sealed within a second of its commit. Milliseconds. */
export const sealEveryMs = 400

/** Rows of one transaction, which holds the sealer's place meanwhile. */
const batchSize = 500

/** Rows that each pass looks at behind the new ones, until it has seen them all: little enough to delay nothing. */
const stretchSize = 2000

export interface SealerOptions {
  readonly prisma: ChainDatabase
  readonly keys: Pick<Keys, 'auditSigning'>
  /** Told of every pass that could not seal; the next one tries again. */
  readonly onError?: (error: unknown) => void
  /** Told how many rows a pass of the timer sealed, when there were any. */
  readonly onSealed?: (count: number) => void
}

export interface Sealer extends Repeater {
  /** Seals what is new, and answers how many rows. None when another sealer is at it. */
  sealNow(): Promise<number>
}

/**
 * Chains and signs what others commit, so that no writer waits for the chain. However many instances run, one seals at
 * a time. Source: docs/security.md, audit.
 */
export function createSealer({ prisma, keys, onError, onSealed }: SealerOptions): Sealer {
  /** How far the walk over all rows, one for each start, has come; null when it is done. */
  let walked: EventCursor | null = firstEvent

  async function sealAll(period?: Period): Promise<number> {
    let total = 0
    for (;;) {
      const sealed = await sealBatch(prisma, keys, period)
      total += sealed
      if (sealed < batchSize) return total
    }
  }

  /** Seals rows that fell behind the new ones: those of a clock that was set back while nobody sealed. */
  async function sealForgotten(): Promise<number> {
    if (walked === null) return 0
    const stretch = await findForgotten(prisma, walked, stretchSize)
    if (stretch !== null && stretch.unsealedId !== null) {
      // The walk stays here until another pass has seen that all is sealed: another sealer may be at it.
      return sealAll({ from: walked.occurredAt, to: stretch.end.occurredAt })
    }
    walked = stretch?.end ?? null
    return 0
  }

  async function pass(): Promise<void> {
    try {
      // A look that takes no lock: most passes find nothing.
      const isNew = (await readUnsealed(prisma, 1)).length > 0
      const sealed = (isNew ? await sealAll() : 0) + (await sealForgotten())
      if (sealed > 0) onSealed?.(sealed)
    } catch (error) {
      walked = firstEvent
      onError?.(error)
    }
  }

  return { ...createRepeater(sealEveryMs, pass), sealNow: () => sealAll() }
}

async function sealBatch(
  prisma: ChainDatabase,
  keys: Pick<Keys, 'auditSigning'>,
  period?: Period,
): Promise<number> {
  return prisma.$transaction(async (tx) => {
    if (!(await tryLockSealing(tx))) return 0
    const start = (await readHead(tx)) ?? chainStart
    const events = await readUnsealed(tx, batchSize, period)
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
