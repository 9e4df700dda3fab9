import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { clearGuesses, reserveGuess } from '../../kernel/guess-counter.store.ts'
import type { Hasher, Hashing } from '../../kernel/hashing.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import { invalidField, Problem } from '../../kernel/problem.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { present } from './account-owner.ts'
import { findPassword, readPause, signedIn } from './account-password-check.store.ts'

export interface PasswordCheckDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly hashing: Hashing
  readonly lookup: Lookup
  readonly recordAudit: RecordAudit
  readonly countRefusal: (limit: string) => Promise<void>
}

interface Check<Result> {
  readonly owner: { readonly id: string; readonly userIdFolded: string }
  readonly password: string
  /** Where the request has it. */
  readonly pointer: '/currentPassword' | '/password'
  /** What is hashed in the same place of the gate once the password is right. */
  readonly work: { readonly passwords: number; readonly answerSets: number }
  readonly then: (hasher: Hasher) => Promise<Result>
}

/** What is said when no time ends the pause: whoever recovers the password, or calls, ends it sooner. */
const aDay = 24 * 60 * 60

/**
 * Asks signed-in owners for their password again before something that matters: a browser left open is no proof. As many
 * guesses as at sign-in, with the same pauses, counted apart from it (docs/security.md).
 */
export function createPasswordCheck({
  db,
  commit,
  hashing,
  lookup,
  recordAudit,
  countRefusal,
}: PasswordCheckDependencies) {
  return {
    /**
     * Answers what `then` makes, and the stored hash that fitted. Throws `request.invalid` for a wrong password,
     * `account.password_paused` after too many, and `server.busy`, which costs nobody an attempt.
     */
    async confirm<Result>(
      { owner, password, pointer, work, then }: Check<Result>,
      context: RequestContext,
    ): Promise<{ readonly passwordHash: string; readonly result: Result }> {
      const counter = { subject: lookup('user-id', owner.userIdFolded), deviceId: signedIn }
      const hashes = { ...work, passwords: work.passwords + 1 }
      const confirmed = await hashing.admit(hashes, async (hasher) => {
        const age = (performance.now() - context.receivedAt) / 1000
        if (!(await reserveGuess(db, { ...counter, most: signInLimits.hardStop, age })))
          return refusePaused(counter.subject)
        const stored = present(await findPassword(db, owner.id))
        const { matches } = await hasher.verifyPassword(password, stored)
        if (!matches) return null
        await clearGuesses(db, counter)
        return { passwordHash: stored.hash, result: await then(hasher) }
      })
      if (confirmed !== null) return confirmed
      const refused = ownEvent('account.change_refused', owner.id, context)
      await commit((tx) => recordAudit(tx, { ...refused, outcome: 'refused' }))
      throw invalidField(pointer, 'password.not_current')
    },
  }

  async function refusePaused(subject: Uint8Array<ArrayBuffer>): Promise<never> {
    await countRefusal('password-checks')
    const seconds = (await readPause(db, subject)) ?? aDay
    throw new Problem('account.password_paused', { headers: { 'retry-after': String(seconds) } })
  }
}

export type PasswordCheck = ReturnType<typeof createPasswordCheck>
