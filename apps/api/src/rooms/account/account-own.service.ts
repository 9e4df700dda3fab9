import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import type { Hashing } from '../../kernel/hashing.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import type { RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { CaseBelongingsService } from '../cases/case-belongings.service.ts'
import type { ReportBelongingsService } from '../changes/report-belongings.service.ts'
import type { RecoveryService } from '../recovery/recovery.service.ts'
import type { SessionService } from '../session/session.service.ts'
import { createAccountActivityService } from './account-activity.service.ts'
import { createAccountCredentialsService } from './account-credentials.service.ts'
import { createAccountDeletionService } from './account-deletion.service.ts'
import { createAccountEmailService } from './account-email.service.ts'
import { createPasswordCheck } from './account-password-check.service.ts'
import { createAccountExportService } from './account-export.service.ts'
import { createAccountProfileService } from './account-profile.service.ts'

export interface OwnAccountDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly hashing: Hashing
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly notices: Notices
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
  readonly countRefusal: (limit: string) => Promise<void>
  readonly recovery: Pick<RecoveryService, 'endAll'>
  readonly session: Pick<SessionService, 'endAll' | 'forgetDevices'>
  readonly caseBelongings: CaseBelongingsService
  readonly reportBelongings: ReportBelongingsService
  readonly publicUrl: () => string
  /** Told of what fails in the background. */
  readonly onError: (error: unknown) => void
}

/** What owners see and do with their account, in parts of their own. */
export function createOwnAccount(dependencies: OwnAccountDependencies) {
  const email = createAccountEmailService(dependencies)
  const profile = createAccountProfileService({ ...dependencies, email })
  const passwordCheck = createPasswordCheck(dependencies)
  const credentials = createAccountCredentialsService({ ...dependencies, passwordCheck, email })
  const activity = createAccountActivityService(dependencies)
  const deletion = createAccountDeletionService({ ...dependencies, passwordCheck, email })
  const exported = createAccountExportService({ ...dependencies, activity })
  return { email, profile, credentials, activity, exported, deletion }
}

export type OwnAccount = ReturnType<typeof createOwnAccount>
