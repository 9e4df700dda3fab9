import {
  deletionDelayHours,
  keptAfterDeletion,
  type DeletionAsked,
} from '@connect/contract/rooms/account-profile'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import { invalidField } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import { createRepeater, type Repeater } from '../../kernel/repeater.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { RecoveryService } from '../recovery/recovery.service.ts'
import type { SessionService } from '../session/session.service.ts'
import {
  clearDeletionDue,
  deleteAccount,
  findDueAccount,
  lockDueAccount,
  setDeletionDue,
} from './account-deletion.store.ts'
import type { AccountEmailService } from './account-email.service.ts'
import { noticed, openProfile, present } from './account-owner.ts'
import type { PasswordCheck } from './account-password-check.service.ts'
import { findPassword } from './account-password-check.store.ts'
import { findProfile, lockProfile } from './account-profile.store.ts'

export interface AccountDeletionDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  readonly passwordCheck: PasswordCheck
  readonly email: Pick<AccountEmailService, 'endLinks'>
  readonly recovery: Pick<RecoveryService, 'endAll'>
  readonly session: Pick<SessionService, 'endAll'>
  readonly onError: (error: unknown) => void
}

/** Accounts whose time has come go within a minute. */
const everyMs = 60_000

/** Deleting an account: asked for with the password, done after a cooling-off, taken back until then. */
export function createAccountDeletionService({
  db,
  commit,
  cipher,
  lookup,
  notices,
  recordAudit,
  passwordCheck,
  email: emails,
  recovery,
  session,
  onError,
}: AccountDeletionDependencies) {
  /** False when another process is at it, or the owner was faster. */
  async function deleteIfDue(tx: Transaction, accountId: string): Promise<boolean> {
    if (!(await lockDueAccount(tx, accountId))) return false
    const row = present(await findProfile(tx, accountId))
    const { locale, email } = noticed(openProfile(row, cipher))
    await deleteAccount(tx, {
      accountId,
      userIdLookup: lookup('user-id', row.userIdFolded),
      accountLookup: lookup('account', accountId),
    })
    await recordAudit(tx, {
      event: 'account.deleted',
      outcome: 'succeeded',
      actorKind: 'system',
      subjectId: accountId,
    })
    // It outlives the account, so it belongs to none.
    if (email !== null)
      await notices.mail(tx, { accountId: null, to: email, locale, template: 'account_deleted' })
    return true
  }

  /** One that cannot be deleted is told and passed over, so that it keeps no other; the next pass tries again. */
  async function deleteAllDue(): Promise<number> {
    const seen: string[] = []
    for (let count = 0; ;) {
      const accountId = await findDueAccount(db, seen)
      if (accountId === null) return count
      seen.push(accountId)
      try {
        if (await commit((tx) => deleteIfDue(tx, accountId))) count += 1
      } catch (error) {
        onError(error)
      }
    }
  }

  const repeater: Repeater = createRepeater(everyMs, async () => {
    try {
      await deleteAllDue()
    } catch (error) {
      onError(error)
    }
  })

  return {
    /**
     * Asks for deletion; every session ends. Asked for again, the time stays. Throws `request.invalid` for a wrong
     * password, `account.password_paused`, `server.busy`.
     */
    async request(
      { accountId }: SignedIn,
      password: string,
      context: RequestContext,
    ): Promise<DeletionAsked> {
      const owner = present(await findProfile(db, accountId))
      const work = { passwords: 0, answerSets: 0 }
      const nothing = async () => undefined
      const { passwordHash } = await passwordCheck.confirm(
        { owner, password, pointer: '/password', work, then: nothing },
        context,
      )
      return commit(async (tx) => {
        const row = present(await lockProfile(tx, accountId))
        if ((await findPassword(tx, accountId))?.hash !== passwordHash)
          throw invalidField('/password', 'password.not_current')
        const due = await setDeletionDue(tx, accountId, deletionDelayHours)
        await session.endAll(tx, accountId)
        await recovery.endAll(tx, accountId)
        await emails.endLinks(tx, accountId)
        if (row.deletionDueAt === null) {
          await notices.tell(tx, noticed(openProfile(row, cipher)), 'deletion_requested')
          await recordAudit(tx, ownEvent('account.deletion_requested', accountId, context))
        }
        return { deletionDueAt: due.toISOString(), kept: [...keptAfterDeletion] }
      })
    },

    /** Keeps the account. Doing so twice, or for nothing, changes nothing. */
    async restore({ accountId }: SignedIn, context: RequestContext): Promise<void> {
      await commit(async (tx) => {
        const row = present(await lockProfile(tx, accountId))
        if (!(await clearDeletionDue(tx, accountId))) return
        await notices.tell(tx, noticed(openProfile(row, cipher)), 'deletion_cancelled')
        await recordAudit(tx, ownEvent('account.deletion_cancelled', accountId, context))
      })
    },

    /** Deletes every account whose time has come, and answers how many. Throws what the database throws. */
    deleteAllDue,

    /** Does so again and again beside the requests, in as many processes as there are. */
    repeater,
  }
}

export type AccountDeletionService = ReturnType<typeof createAccountDeletionService>
