import { checkAgainstAllWellKnownPasswords } from '@connect/contract/credentials/all-well-known-passwords'
import { normalizeSecretAnswer } from '@connect/contract/credentials/secret-questions'
import {
  passwordChangeOf,
  secretQuestionsChangeOf,
  type ChangePasswordRequest,
  type ChangeSecretQuestionsRequest,
} from '@connect/contract/rooms/account-profile'
import { issuesOf, type RequestIssue } from '@connect/contract/shared/issues'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import type { Notices } from '../../kernel/notices.ts'
import { invalidField, Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { RecoveryService } from '../recovery/recovery.service.ts'
import type { SessionService } from '../session/session.service.ts'
import { replacePassword, replaceSecretQuestions } from './account-credentials.store.ts'
import type { AccountEmailService } from './account-email.service.ts'
import { noticed, openProfile, present } from './account-owner.ts'
import type { PasswordCheck } from './account-password-check.service.ts'
import { findPassword } from './account-password-check.store.ts'
import { findProfile, lockProfile } from './account-profile.store.ts'

export interface AccountCredentialsDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  readonly passwordCheck: PasswordCheck
  readonly email: Pick<AccountEmailService, 'endLinks'>
  readonly recovery: Pick<RecoveryService, 'endAll'>
  readonly session: Pick<SessionService, 'endAll' | 'forgetDevices'>
}

/** Changing the password and the secret questions; each takes the password in force. */
export function createAccountCredentialsService({
  db,
  commit,
  cipher,
  notices,
  recordAudit,
  passwordCheck,
  email,
  recovery,
  session,
}: AccountCredentialsDependencies) {
  return {
    /**
     * Changes the password; every other session ends, and so does every link and recovery that waits. Throws
     * `request.invalid` for broken rules and a wrong password, `account.password_paused`, `server.busy`.
     */
    async changePassword(
      { accountId, sessionId }: SignedIn,
      input: ChangePasswordRequest,
      context: RequestContext,
    ): Promise<void> {
      const owner = present(await findProfile(db, accountId))
      refuseBroken([
        ...issuesOf(passwordChangeOf(owner.userId), input),
        ...checkAgainstAllWellKnownPasswords(input.password).map(({ code }) => ({
          pointer: '/password',
          code,
        })),
      ])
      const { passwordHash, result } = await passwordCheck.confirm(
        {
          owner,
          password: input.currentPassword,
          pointer: '/currentPassword',
          work: { passwords: 1, answerSets: 0 },
          then: (hasher) => hasher.hashPassword(input.password),
        },
        context,
      )
      await commit(async (tx) => {
        const profile = openProfile(present(await lockProfile(tx, accountId)), cipher)
        // Another tab was faster: then the password given is the one in force no longer.
        if (!(await replacePassword(tx, accountId, passwordHash, result)))
          throw invalidField('/currentPassword', 'password.not_current')
        await session.endAll(tx, accountId, sessionId)
        await session.forgetDevices(tx, accountId, sessionId)
        await recovery.endAll(tx, accountId)
        await email.endLinks(tx, accountId)
        await notices.tell(tx, noticed(profile), 'password_changed')
        await recordAudit(tx, ownEvent('account.password_changed', accountId, context))
      })
    },

    /**
     * Sets all secret questions anew; recoveries that ask for the old ones end. Throws as `changePassword` does.
     */
    async changeSecretQuestions(
      { accountId }: SignedIn,
      input: ChangeSecretQuestionsRequest,
      context: RequestContext,
    ): Promise<void> {
      const owner = present(await findProfile(db, accountId))
      refuseBroken(issuesOf(secretQuestionsChangeOf(openProfile(owner, cipher)), input))
      const answers = input.secretQuestions.map(({ answer }) => normalizeSecretAnswer(answer))
      const { passwordHash, result } = await passwordCheck.confirm(
        {
          owner,
          password: input.currentPassword,
          pointer: '/currentPassword',
          work: { passwords: 0, answerSets: 1 },
          then: (hasher) => hasher.hashSecretAnswers(answers),
        },
        context,
      )
      await commit(async (tx) => {
        const profile = openProfile(present(await lockProfile(tx, accountId)), cipher)
        // The password was changed meanwhile, here or by a recovery: whoever knew the old one may not set questions.
        if ((await findPassword(tx, accountId))?.hash !== passwordHash)
          throw invalidField('/currentPassword', 'password.not_current')
        const questionIds = input.secretQuestions.map(({ questionId }) => questionId)
        await replaceSecretQuestions(tx, accountId, { questionIds, answers: result })
        await recovery.endAll(tx, accountId)
        await notices.tell(tx, noticed(profile), 'secret_questions_changed')
        await recordAudit(tx, ownEvent('account.secret_questions_changed', accountId, context))
      })
    },
  }
}

function refuseBroken(errors: readonly RequestIssue[]): void {
  if (errors.length > 0) throw new Problem('request.invalid', { errors })
}

export type AccountCredentialsService = ReturnType<typeof createAccountCredentialsService>
