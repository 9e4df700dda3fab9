/** What is hashed: the two take different times, so each is measured by itself. */
type HashKind = 'password' | 'answer'

/** How many hashes of each kind a piece of work will make at most. */
type HashBudget = Readonly<Record<HashKind, number>>

/** A place in the gate: runs hashes in its turn, up to the budget that it was admitted with. */
export interface GatePlace {
  hash<T>(kind: HashKind, work: () => Promise<T>): Promise<T>
}

export interface GateMetrics {
  /** Hashes being computed now, and hashes that wait for a core. */
  readonly running: number
  readonly queued: number
  /** Pieces of work admitted and not yet done. */
  readonly admitted: number
  /** Pieces of work refused since the start. */
  readonly refused: number
  /** Hashes computed since the start. */
  readonly hashes: HashBudget
  /** What one hash takes at present, in milliseconds. */
  readonly hashMs: HashBudget
  /** How long work admitted now would wait for its first hash, in milliseconds. */
  readonly estimatedWaitMs: number
}

export interface HashingGate {
  /** Runs the work with a place in the gate, or throws `HashingBusyError` at once, before anything was done. */
  admit<T>(budget: HashBudget, run: (place: GatePlace) => Promise<T>): Promise<T>
  metrics(): GateMetrics
}

/** The queue for hashing is full. Nothing was evaluated or counted; come back after so many seconds. */
export class HashingBusyError extends Error {
  override readonly name = 'HashingBusyError'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super(`Hashing is busy for about ${retryAfterSeconds} s`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

interface Waiting {
  readonly ticket: number
  readonly start: () => void
}

/** Measured on a plain machine; each process corrects them from its first hash on. */
const firstGuessMs: HashBudget = { password: 345, answer: 83 }

/** How much the newest measurement counts. */
const newestWeight = 0.2

/**
 * One gate for all hashing of a process. At most `cores` hashes run at once: more of them give no throughput and starve
 * everything else of the thread pool. Cores go to whoever was admitted first; work between two hashes (a query, say)
 * holds no core. Source: docs/security.md, "bcrypt never starves the process".
 */
export function createHashingGate(options: {
  readonly cores: number
  readonly maxWaitMs: number
  readonly now?: () => number
}): HashingGate {
  const now = options.now ?? (() => performance.now())
  const waiting: Waiting[] = []
  const hashes = { password: 0, answer: 0 }
  const hashMs = { ...firstGuessMs }
  const outstanding = { password: 0, answer: 0 }
  let running = 0
  let admitted = 0
  let refused = 0
  let lastTicket = 0

  const estimatedWaitMs = () =>
    (outstanding.password * hashMs.password + outstanding.answer * hashMs.answer) / options.cores

  /** Resolves when a core is free and nobody who came earlier waits for it. */
  function takeCore(ticket: number): Promise<void> {
    if (running < options.cores) {
      running += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const later = waiting.findIndex((other) => other.ticket > ticket)
      waiting.splice(later === -1 ? waiting.length : later, 0, { ticket, start: resolve })
    })
  }

  function leaveCore(): void {
    const next = waiting.shift()
    // The core passes from hand to hand, so that nobody can slip in between.
    if (next) next.start()
    else running -= 1
  }

  async function hashInTurn<T>(ticket: number, kind: HashKind, work: () => Promise<T>): Promise<T> {
    await takeCore(ticket)
    const started = now()
    try {
      return await work()
    } finally {
      hashes[kind] += 1
      hashMs[kind] += newestWeight * (now() - started - hashMs[kind])
      leaveCore()
    }
  }

  return {
    async admit(budget, run) {
      const wait = estimatedWaitMs()
      if (wait > options.maxWaitMs) {
        refused += 1
        throw new HashingBusyError(Math.max(1, Math.ceil(wait / 1000)))
      }
      lastTicket += 1
      const ticket = lastTicket
      const left = { ...budget }
      admitted += 1
      outstanding.password += budget.password
      outstanding.answer += budget.answer
      try {
        return await run({
          async hash(kind, work) {
            if (left[kind] <= 0) throw new Error(`More ${kind} hashes than were admitted`)
            left[kind] -= 1
            try {
              return await hashInTurn(ticket, kind, work)
            } finally {
              outstanding[kind] -= 1
            }
          },
        })
      } finally {
        admitted -= 1
        outstanding.password -= left.password
        outstanding.answer -= left.answer
        left.password = 0
        left.answer = 0
      }
    },
    metrics: () => ({
      running,
      queued: waiting.length,
      admitted,
      refused,
      hashes: { ...hashes },
      hashMs: { ...hashMs },
      estimatedWaitMs: estimatedWaitMs(),
    }),
  }
}
