import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import type { Hashing } from '../../kernel/hashing.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, StatementPool, Transaction } from '../../kernel/unit-of-work.ts'

/** What the room is built from. */
export interface SessionDependencies {
  readonly db: Transaction
  readonly pool: StatementPool
  readonly commit: Commit
  readonly hashing: Hashing
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
  /** Counts a refusal by a limit of this name. */
  readonly countRefusal: (limit: string) => Promise<void>
  /** Told of an account that no right password opens any more. */
  readonly onLocked: (accountId: string) => Promise<void>
  /** Told of what fails behind an answer. */
  readonly onError: (error: unknown) => void
}
