import type { Profile } from '@connect/contract/rooms/account-profile'
import type { Locale } from '@connect/contract/shared/text'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'

/** What of a stored account its owner is shown (account-profile.store.ts). */
interface StoredProfile {
  readonly id: string
  readonly userId: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly firstName: Uint8Array
  readonly lastName: Uint8Array
  readonly email: Uint8Array | null
  readonly emailConfirmedAt: Date | null
  readonly locale: Locale
  readonly version: number
  readonly createdAt: Date
  readonly pendingEmail: Uint8Array | null
  readonly pendingDataKey: Uint8Array | null
  readonly pendingDataKeyVersion: number | null
  readonly pendingExpiresAt: Date | null
}

/** An account that is gone ended all its sessions. Throws `session.required`. */
export function present<Row>(row: Row | null): Row {
  if (row === null) throw new Problem('session.required')
  return row
}

export function openProfile(row: StoredProfile, cipher: RecordCipher): Profile {
  const seal = cipher.open('account', row.id, row)
  return {
    id: row.id,
    userId: row.userId,
    firstName: seal.openText('first_name', row.firstName),
    lastName: seal.openText('last_name', row.lastName),
    email: row.email && seal.openText('email', row.email),
    emailConfirmed: row.email !== null && row.emailConfirmedAt !== null,
    pendingEmail: openPendingEmail(row, cipher),
    locale: row.locale,
    createdAt: row.createdAt.toISOString(),
  }
}

function openPendingEmail(row: StoredProfile, cipher: RecordCipher): Profile['pendingEmail'] {
  const { pendingEmail, pendingDataKey: dataKey, pendingDataKeyVersion: dataKeyVersion } = row
  if (pendingEmail === null || dataKey === null || dataKeyVersion === null || row.pendingExpiresAt === null)
    return null
  const seal = cipher.open('email_confirmation', row.id, { dataKey, dataKeyVersion })
  return { email: seal.openText('email', pendingEmail), expiresAt: row.pendingExpiresAt.toISOString() }
}

/** What the `ETag` says: an address that waited too long goes without anybody changing the account. */
export function versionOf({ version, pendingEmail }: StoredProfile): string {
  return `${version}${pendingEmail === null ? '' : 'w'}`
}

/** Whom a notice goes to: the address on file, which a changed one takes the place of once it is confirmed. */
export function noticed({ id, locale, email }: Profile) {
  return { id, locale, email }
}
