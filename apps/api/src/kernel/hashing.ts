import { availableParallelism } from 'node:os'
import { secretQuestionCount } from '@connect/contract/credentials/secret-questions'
import { createHashingGate, type GateMetrics } from './hashing-gate.ts'
import type { Keys } from './key-ring.ts'
import { createPasswordHasher, type PasswordCheck } from './password-hash.ts'
import type { PepperedHash } from './pepper.ts'
import { createSecretAnswerHasher, type JointAnswerHash } from './secret-answer-hash.ts'

export { HashingBusyError } from './hashing-gate.ts'

/** What a piece of work will hash at most: so many passwords, and so many full sets of answers. */
interface HashWork {
  readonly passwords: number
  readonly answerSets: number
}

/** Hashes within the work that was admitted; more than that is a fault of the caller and throws. */
export interface Hasher {
  hashPassword(password: string): Promise<PepperedHash>
  /** `stored: null` stands for nobody: the same work against a dummy, and never a match. */
  verifyPassword(password: string, stored: PepperedHash | null): Promise<PasswordCheck>
  hashSecretAnswers(normalizedAnswers: readonly string[]): Promise<JointAnswerHash[]>
  verifySecretAnswers(
    normalizedAnswers: readonly string[],
    stored: readonly JointAnswerHash[] | null,
  ): Promise<boolean>
}

export interface Hashing {
  /**
   * Takes a place for the work and runs it, or throws `HashingBusyError` before it began. Take the place before an attempt is
   * counted, so that a 503 costs nobody an attempt, and never hash inside a transaction.
   */
  admit<T>(work: HashWork, run: (hasher: Hasher) => Promise<T>): Promise<T>
  metrics(): GateMetrics
}

/** bcrypt's cost factors. */
export interface HashingCosts {
  readonly password: number
  readonly answer: number
}

export interface HashingOptions {
  readonly keys: Pick<Keys, 'passwordPepper'>
  /** Hashes at once; by default one for each core, and one thread of the pool left for everything else. */
  readonly cores?: number
  /** Threads that this process was started with (`UV_THREADPOOL_SIZE`): bcrypt runs on them, and so does reading files. */
  readonly threadPoolSize?: number
  /** How long work may take from its coming to its last hash; a request ends within 5 s. */
  readonly maxWaitMs?: number
  /** Cheaper hashes, for tests of something else. */
  readonly costs?: HashingCosts
}

/** Leaves a second of a request's five for everything else. */
const defaultMaxWaitMs = 3500

/** Node's own default. */
const defaultThreadPoolSize = 4

/** How many hashes run at once, so that a core is never shared, and something else always finds a thread. */
export function hashesAtOnce(cores: number, threadPoolSize = defaultThreadPoolSize): number {
  return Math.max(1, Math.min(cores, threadPoolSize - 1))
}

/** All hashing of this process: passwords and secret answers behind one gate. Source: docs/security.md. */
export function createHashing(options: HashingOptions): Hashing {
  const { keys, costs, maxWaitMs = defaultMaxWaitMs } = options
  const cores = options.cores ?? hashesAtOnce(availableParallelism(), options.threadPoolSize)
  const gate = createHashingGate({ cores, maxWaitMs })
  const passwords = createPasswordHasher(keys, costs?.password)
  const answers = createSecretAnswerHasher(keys, costs?.answer)

  return {
    admit(work, run) {
      const budget = { password: work.passwords, answer: work.answerSets * secretQuestionCount }
      return gate.admit(budget, (place) =>
        run({
          hashPassword: (password) => passwords.hash(place, password),
          verifyPassword: (password, stored) => passwords.verify(place, password, stored),
          hashSecretAnswers: (normalized) => answers.hash(place, normalized),
          verifySecretAnswers: (normalized, stored) => answers.verify(place, normalized, stored),
        }),
      )
    },
    metrics: () => gate.metrics(),
  }
}
