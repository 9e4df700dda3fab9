import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import type { RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { createAccountEmailService } from './account-email.service.ts'
import { createAccountProfileService } from './account-profile.service.ts'

export interface OwnAccountDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly notices: Notices
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
}

/** What owners see and do with their account, in parts of their own. */
export function createOwnAccount(dependencies: OwnAccountDependencies) {
  const email = createAccountEmailService(dependencies)
  const profile = createAccountProfileService({ ...dependencies, email })
  return { email, profile }
}

export type OwnAccount = ReturnType<typeof createOwnAccount>
