import { createTurns } from './turns.ts'

/** What is hashed: the two take different times, so each is measured by itself. */
type HashKind = 'password' | 'answer'

/** How many hashes of each kind a piece of work makes at most. */
type HashBudget = Readonly<Record<HashKind, number>>

/** A place in the gate: runs hashes in its turn, up to the budget that it was admitted with. */
export interface GatePlace {
  hash<T>(kind: HashKind, work: () => Promise<T>): Promise<T>
}

export interface GateMetrics {
  /** Hashes being computed now. */
  readonly running: number
  /** Pieces of work that have a place, and pieces that wait for one. */
  readonly admitted: number
  readonly queued: number
  /** Pieces of work refused since the start. */
  readonly refused: number
  /** Hashes computed since the start. */
  readonly hashes: HashBudget
  /** What one hash takes at present, in milliseconds. */
  readonly hashMs: HashBudget
  /** How long all that came so far will take, in milliseconds. */
  readonly estimatedWaitMs: number
}

export interface HashingGate {
  /**
   * Waits for a place and runs the work with it. Throws `HashingBusyError` before the work began: at once when it would
   * end too late, or when a place did not come in time after all.
   */
  admit<T>(budget: HashBudget, run: (place: GatePlace) => Promise<T>): Promise<T>
  metrics(): GateMetrics
}

/** There is no place for hashing. Nothing was evaluated or counted; come back after so many seconds. */
export class HashingBusyError extends Error {
  override readonly name = 'HashingBusyError'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super(`Hashing is busy for about ${retryAfterSeconds} s`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

interface Waiting {
  readonly budget: HashBudget
  readonly cameAt: number
  readonly begin: () => void
  readonly giveUp: () => void
}

/** Measured on a plain machine; each process corrects them from its first hash on. */
const firstGuessMs: HashBudget = { password: 345, answer: 83 }

/** How much the newest measurement counts. */
const newestWeight = 0.2

/** More places than cores: while one waits for a query between its hashes, another one computes. */
const placesPerCore = 2

/**
 * One gate for all hashing of a process. At most `cores` hashes run at once: more of them give no throughput and starve
 * everything else of the thread pool. Whoever came first is served first; nobody waits longer than `maxWaitMs` for the
 * end of their last hash, as far as that can be foreseen. Source: docs/security.md, "bcrypt never starves the process".
 */
export function createHashingGate(options: {
  readonly cores: number
  readonly maxWaitMs: number
  readonly now?: () => number
}): HashingGate {
  const { cores, maxWaitMs, now = () => performance.now() } = options
  const turns = createTurns(cores)
  const queue: Waiting[] = []
  const hashes = { password: 0, answer: 0 }
  const hashMs = { ...firstGuessMs }
  /** Hashes still to be made for all that came, in a place or before one. */
  const outstanding = { password: 0, answer: 0 }
  let admitted = 0
  let refused = 0
  let lastNumber = 0

  const durationOf = (budget: HashBudget) =>
    (budget.password * hashMs.password + budget.answer * hashMs.answer) / cores

  function add(budget: HashBudget, sign: 1 | -1): void {
    outstanding.password += sign * budget.password
    outstanding.answer += sign * budget.answer
  }

  function refusal(): HashingBusyError {
    refused += 1
    return new HashingBusyError(Math.max(1, Math.ceil(durationOf(outstanding) / 1000)))
  }

  /** Resolves with a place in hand; rejects, the work taken off the count, when it did not come in time. */
  function takePlace(budget: HashBudget): Promise<void> {
    if (admitted < cores * placesPerCore && queue.length === 0) {
      admitted += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        budget,
        cameAt: now(),
        begin: () => {
          clearTimeout(deadline)
          admitted += 1
          resolve()
        },
        giveUp: () => {
          clearTimeout(deadline)
          queue.splice(queue.indexOf(waiting), 1)
          // Here, not where the refusal arrives: whoever is judged next must not wait for work that is gone.
          add(budget, -1)
          reject(refusal())
        },
      }
      const deadline = setTimeout(waiting.giveUp, Math.max(0, maxWaitMs - durationOf(budget)))
      queue.push(waiting)
    })
  }

  /** Hands the place to the first in the queue who can still be done in time. */
  function leavePlace(): void {
    admitted -= 1
    for (const next of [...queue]) {
      if (now() - next.cameAt + workWithPlacesMs() + durationOf(next.budget) > maxWaitMs && admitted > 0) {
        next.giveUp()
        continue
      }
      queue.shift()
      next.begin()
      return
    }
  }

  function workWithPlacesMs(): number {
    return durationOf(outstanding) - queue.reduce((sum, { budget }) => sum + durationOf(budget), 0)
  }

  async function measure<T>(kind: HashKind, work: () => Promise<T>): Promise<T> {
    const started = now()
    try {
      return await work()
    } finally {
      hashes[kind] += 1
      hashMs[kind] += newestWeight * (now() - started - hashMs[kind])
    }
  }

  return {
    async admit(budget, run) {
      const ahead = durationOf(outstanding)
      if (ahead > 0 && ahead + durationOf(budget) > maxWaitMs) throw refusal()
      lastNumber += 1
      const number = lastNumber
      const left = { ...budget }
      add(budget, 1)
      await takePlace(budget)
      try {
        return await run({
          async hash(kind, work) {
            if (left[kind] <= 0) throw new Error(`More ${kind} hashes than were admitted`)
            left[kind] -= 1
            try {
              return await turns.take(number, () => measure(kind, work))
            } finally {
              outstanding[kind] -= 1
            }
          },
        })
      } finally {
        add(left, -1)
        left.password = 0
        left.answer = 0
        leavePlace()
      }
    },
    metrics: () => ({
      running: turns.running(),
      admitted,
      queued: queue.length,
      refused,
      hashes: { ...hashes },
      hashMs: { ...hashMs },
      estimatedWaitMs: durationOf(outstanding),
    }),
  }
}
