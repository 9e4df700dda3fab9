import { checkPasswordAgainstUserId } from '@connect/contract/credentials/password'
import type { RecoverPasswordRequest } from '@connect/contract/rooms/recovery'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import type { Hashing } from '../../kernel/hashing.ts'
import type { Notices } from '../../kernel/notices.ts'
import { invalidField, Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import { hashOfToken } from '../../kernel/secret-token.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { AccountEmailService } from '../account/account-email.service.ts'
import type { SessionService } from '../session/session.service.ts'
import { deleteRecoveriesOf } from './recovery.store.ts'
import { findOwner, setPassword, useToken, type ResetOwner } from './reset.store.ts'

export interface ResetDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly hashing: Hashing
  readonly cipher: RecordCipher
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  readonly email: Pick<AccountEmailService, 'endLinks'>
  readonly session: Pick<SessionService, 'endAll' | 'forgetDevices' | 'clearCounters'>
}

/** The current password is compared first, then the new one hashed. */
const comparedAndHashed = { passwords: 2, answerSets: 0 }

/** The end of a recovery: a new password. */
export function createResetService(dependencies: ResetDependencies) {
  const { db, commit, hashing, cipher, notices, recordAudit, email, session } = dependencies

  return {
    /**
     * Sets the password that the contract's rules let through, and ends whatever could open the account until now:
     * sessions, own devices, other recoveries, addresses to be confirmed. Signs nobody in. Throws
     * `recovery.token_rejected` for a token that is used, over, of another recovery or of another browser;
     * `request.invalid` for the user ID inside or the current password, which leaves the token as it is; `server.busy`.
     */
    async setPassword(
      id: string,
      { resetToken, password }: RecoverPasswordRequest,
      browser: string | null,
      context: RequestContext,
    ): Promise<void> {
      if (browser === null) throw new Problem('recovery.token_rejected')
      const proof = { id, browserHash: hashOfToken(browser), tokenHash: hashOfToken(resetToken) }
      const owner = await findOwner(db, proof)
      if (owner === null) throw new Problem('recovery.token_rejected')
      const [broken] = checkPasswordAgainstUserId(password, owner.userId)
      if (broken) throw invalidField('/password', broken.code)
      const hashed = await hashing.admit(comparedAndHashed, async (hasher) => {
        const { matches } = await hasher.verifyPassword(password, {
          hash: owner.passwordHash,
          pepperVersion: owner.pepperVersion,
        })
        if (matches) throw invalidField('/password', 'password.same_as_current')
        return hasher.hashPassword(password)
      })
      await commit(async (tx) => {
        if (!(await useToken(tx, owner.id, proof))) throw new Problem('recovery.token_rejected')
        await setPassword(tx, owner.id, hashed)
        await session.endAll(tx, owner.id)
        await session.forgetDevices(tx, owner.id)
        await deleteRecoveriesOf(tx, owner.id)
        await email.endLinks(tx, owner.id)
        await session.clearCounters(tx, owner.userIdFolded)
        await notices.tell(
          tx,
          { id: owner.id, locale: owner.locale, email: emailOf(owner) },
          'password_recovered',
        )
        await recordAudit(tx, {
          event: 'recovery.completed',
          outcome: 'succeeded',
          actorKind: 'anonymous',
          subjectId: owner.id,
          requestId: context.requestId,
          origin: context,
        })
      })
    },
  }

  function emailOf(owner: ResetOwner): string | null {
    return owner.email === null
      ? null
      : cipher.open('account', owner.id, owner).openText('email', owner.email)
  }
}

export type ResetService = ReturnType<typeof createResetService>
