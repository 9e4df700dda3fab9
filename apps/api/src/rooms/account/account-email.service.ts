import type { Locale } from '@connect/contract/shared/text'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { emailLookup, type Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AddressLimit, RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import { hashOfToken, newSecretToken } from '../../kernel/secret-token.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import {
  deleteEmailConfirmation,
  findEmailConfirmation,
  putEmailConfirmation,
  useEmail,
} from './account-email.store.ts'
import { noticed, openProfile, present } from './account-owner.ts'
import { findProfile, lockProfile, updateProfile } from './account-profile.store.ts'

/** How long a link works, in hours. */
const linkHours = 24

/** So many links are sent for one account, that nobody's mailbox is filled from here. */
const linkLimit: AddressLimit = { name: 'email-links', max: 5, windowSeconds: 24 * 60 * 60 }

/** A token has 256 bits and is not guessed; this bounds what trying costs us. */
export const emailConfirmationLimit: AddressLimit = {
  name: 'email-confirmations',
  max: 30,
  windowSeconds: 60,
}

export interface AccountEmailDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly notices: Notices
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
}

interface Asked {
  readonly accountId: string
  readonly email: string
  readonly locale: Locale
}

/** An e-mail address is used once the person who reads it has pressed the button behind a link that was sent there. */
export function createAccountEmailService({
  db,
  commit,
  cipher,
  lookup,
  notices,
  rateLimits,
  recordAudit,
}: AccountEmailDependencies) {
  /** Sends a link to an address, in the transaction of its cause; the link before it ends. */
  async function ask(tx: Transaction, { accountId, email, locale }: Asked): Promise<void> {
    const token = newSecretToken()
    const seal = cipher.create('email_confirmation', accountId)
    await putEmailConfirmation(tx, {
      accountId,
      tokenHash: hashOfToken(token),
      dataKey: seal.dataKey,
      dataKeyVersion: seal.dataKeyVersion,
      email: seal.seal('email', email),
      emailLookup: lookupOf(email),
      hours: linkHours,
    })
    const values = { token }
    await notices.mail(tx, { accountId, to: email, locale, template: 'email_confirmation', values })
  }

  /** Under which an address is found, whatever the case of its letters. */
  function lookupOf(email: string) {
    return emailLookup(lookup, email)
  }

  /** Counts a link that is about to be sent. Throws `limit.rate`. */
  async function takeLink(accountId: string): Promise<void> {
    await rateLimits.takeForAccount(linkLimit, accountId)
  }

  return {
    ask,
    lookupOf,
    takeLink,

    /** No link that was sent for an account works any more. */
    endLinks: deleteEmailConfirmation,

    /** Sends the link anew. Throws `resource.not_found` when no address waits, `limit.rate` when too many were sent. */
    async askAgain({ accountId }: SignedIn, context: RequestContext): Promise<void> {
      const row = present(await findProfile(db, accountId))
      if (waitingEmail(openProfile(row, cipher)) === null) throw new Problem('resource.not_found')
      await takeLink(accountId)
      await commit(async (tx) => {
        const profile = openProfile(present(await lockProfile(tx, accountId)), cipher)
        const email = waitingEmail(profile)
        // Confirmed meanwhile: then there is nothing left to send.
        if (email === null) return
        await ask(tx, { accountId, email, locale: profile.locale })
        await updateProfile(tx, accountId, {})
        await recordAudit(tx, ownEvent('account.email_change_requested', accountId, context))
      })
    },

    /**
     * Takes an address into use, and tells the one before, if any. Opening the same link twice is fine: the second time finds
     * its work done. Throws `email_confirmation.not_found`.
     */
    async confirm(token: string, context: RequestContext): Promise<void> {
      const tokenHash = hashOfToken(token)
      await commit(async (tx) => {
        const found = await findEmailConfirmation(tx, tokenHash)
        if (found === null) throw new Problem('email_confirmation.not_found')
        // Accounts are locked before what belongs to them; meanwhile another link may have taken the place of this one.
        const row = await lockProfile(tx, found.accountId)
        const waiting = await findEmailConfirmation(tx, tokenHash)
        if (row === null || waiting === null) throw new Problem('email_confirmation.not_found')
        const isSame = row.emailLookup !== null && Buffer.compare(row.emailLookup, waiting.emailLookup) === 0
        if (isSame && row.emailConfirmedAt !== null) return
        const before = openProfile(row, cipher)
        const email = cipher.open('email_confirmation', row.id, waiting).openText('email', waiting.email)
        await useEmail(tx, row.id, {
          email: cipher.open('account', row.id, row).seal('email', email),
          emailLookup: waiting.emailLookup,
        })
        if (!isSame && before.email !== null) await notices.tell(tx, noticed(before), 'email_changed')
        await recordAudit(tx, {
          ...ownEvent('account.email_confirmed', row.id, context),
          actorKind: 'anonymous',
          actorId: undefined,
        })
      })
    },
  }
}

/** The address that a link would be for; null when none waits. */
function waitingEmail(profile: ReturnType<typeof openProfile>): string | null {
  return profile.pendingEmail?.email ?? (profile.emailConfirmed ? null : profile.email)
}

export type AccountEmailService = ReturnType<typeof createAccountEmailService>
