import type { ChangeProfileRequest, Profile } from '@connect/contract/rooms/account-profile'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { isMatch } from '../../kernel/entity-tag.ts'
import type { Notices } from '../../kernel/notices.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { AccountEmailService } from './account-email.service.ts'
import { deleteEmailConfirmation } from './account-email.store.ts'
import { noticed, openProfile, present, versionOf } from './account-owner.ts'
import {
  findProfile,
  lockProfile,
  updateProfile,
  type ProfileChange,
  type ProfileRow,
} from './account-profile.store.ts'

export interface AccountProfileDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly email: AccountEmailService
  readonly notices: Notices
  readonly recordAudit: RecordAudit
}

/** A profile and the version that a change of it has to name. */
interface VersionedProfile {
  readonly profile: Profile
  readonly version: string
}

/** What becomes of the e-mail address. */
type EmailChange = 'none' | 'remove' | 'ask' | 'keep'

/** Seeing and changing names, e-mail and language. */
export function createAccountProfileService({
  db,
  commit,
  cipher,
  email: emails,
  notices,
  recordAudit,
}: AccountProfileDependencies) {
  function view(row: ProfileRow): VersionedProfile {
    return { profile: openProfile(row, cipher), version: versionOf(row) }
  }

  return {
    async view(accountId: string): Promise<VersionedProfile> {
      return view(present(await findProfile(db, accountId)))
    },

    /**
     * Changes what is given; a new address waits for its confirmation. What is stored already is no change, whatever
     * version is named. Throws `request.version_missing`, `resource.stale`, and `limit.rate` for too many links.
     */
    async change(
      { accountId }: SignedIn,
      input: ChangeProfileRequest,
      ifMatch: string | undefined,
      context: RequestContext,
    ): Promise<VersionedProfile> {
      const found = present(await findProfile(db, accountId))
      const isCurrent = isMatch(ifMatch, versionOf(found))
      // Counted before the transaction, which must not wait for a second connection.
      if (isCurrent && emailChange(found, input.email) === 'ask') await emails.takeLink(accountId)
      return commit(async (tx) => {
        const row = present(await lockProfile(tx, accountId))
        const profile = openProfile(row, cipher)
        const asked = emailChange(row, input.email)
        const change = differences(row, profile, input, asked)
        const fields = Object.keys(change)
        const takesBack = asked === 'keep' && row.pendingEmail !== null
        if (fields.length === 0 && asked !== 'ask' && !takesBack) return view(row)
        if (!isMatch(ifMatch, versionOf(row))) throw new Problem('resource.stale')
        await updateProfile(tx, accountId, change)
        await changeEmail(tx, asked, profile, input)
        if (asked === 'ask')
          await recordAudit(tx, ownEvent('account.email_change_requested', accountId, context))
        if (fields.length > 0 || takesBack) {
          const details = { fields: fields.join(',') }
          await recordAudit(tx, { ...ownEvent('account.profile_changed', accountId, context), details })
        }
        return view(present(await findProfile(tx, accountId)))
      })
    },
  }

  function emailChange(row: ProfileRow, wanted: string | null | undefined): EmailChange {
    if (wanted === undefined) return 'none'
    if (wanted === null) return row.email === null && row.pendingEmail === null ? 'none' : 'remove'
    const found = emails.lookupOf(wanted)
    // The link that was sent to it stays good.
    if (isEqual(row.pendingLookup, found)) return 'none'
    if (!isEqual(row.emailLookup, found)) return 'ask'
    // One that was never confirmed, and whose link has ended, needs another.
    return row.emailConfirmedAt === null && row.pendingLookup === null ? 'ask' : 'keep'
  }

  /** What has to be written of the account itself. */
  function differences(
    row: ProfileRow,
    profile: Profile,
    { firstName, lastName, locale, email }: ChangeProfileRequest,
    asked: EmailChange,
  ): ProfileChange {
    const seal = cipher.open('account', row.id, row)
    return {
      ...(differs(firstName, profile.firstName) && { firstName: seal.seal('first_name', firstName) }),
      ...(differs(lastName, profile.lastName) && { lastName: seal.seal('last_name', lastName) }),
      ...(differs(locale, profile.locale) && { locale }),
      // The look-up is the same, so it is the same mailbox in other letters.
      ...(asked === 'keep' && differs(email, profile.email) && { email: seal.seal('email', email) }),
      ...(asked === 'remove' && { email: null, emailLookup: null, emailConfirmedAt: null }),
    }
  }

  async function changeEmail(
    tx: Transaction,
    asked: EmailChange,
    before: Profile,
    { email, locale = before.locale }: ChangeProfileRequest,
  ): Promise<void> {
    const accountId = before.id
    if (asked === 'ask' && typeof email === 'string') await emails.ask(tx, { accountId, email, locale })
    if (asked === 'remove' || asked === 'keep') await deleteEmailConfirmation(tx, accountId)
    if (asked === 'remove' && before.email !== null)
      await notices.tell(tx, { ...noticed(before), locale }, 'email_changed')
  }
}

function differs<Text extends string>(
  wanted: Text | null | undefined,
  stored: string | null,
): wanted is Text {
  return wanted !== undefined && wanted !== null && wanted !== stored
}

function isEqual(a: Uint8Array | null, b: Uint8Array): boolean {
  return a !== null && Buffer.compare(a, b) === 0
}

export type AccountProfileService = ReturnType<typeof createAccountProfileService>
