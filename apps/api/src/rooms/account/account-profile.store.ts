import { Prisma } from '@connect/prisma/client'
import type { Locale } from '@connect/contract/shared/text'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** An account as its owner sees it, still sealed, with the address that waits for its confirmation, if any. */
export interface ProfileRow {
  readonly id: string
  readonly userId: string
  readonly userIdFolded: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly firstName: Uint8Array
  readonly lastName: Uint8Array
  readonly email: Uint8Array | null
  readonly emailLookup: Uint8Array | null
  readonly emailConfirmedAt: Date | null
  readonly locale: Locale
  readonly version: number
  readonly createdAt: Date
  readonly deletionDueAt: Date | null
  readonly pendingEmail: Uint8Array | null
  readonly pendingLookup: Uint8Array | null
  readonly pendingDataKey: Uint8Array | null
  readonly pendingDataKeyVersion: number | null
  readonly pendingExpiresAt: Date | null
}

/** An address that was confirmed stays remembered beside its token until that ends, and waits for nothing. */
const profile = Prisma.sql`
  SELECT a.id, a.user_id AS "userId", a.user_id_folded AS "userIdFolded", a.data_key AS "dataKey",
         a.data_key_version AS "dataKeyVersion", a.first_name AS "firstName", a.last_name AS "lastName", a.email,
         a.email_lookup AS "emailLookup", a.email_confirmed_at AS "emailConfirmedAt", a.locale, a.version,
         a.created_at AS "createdAt", a.deletion_due_at AS "deletionDueAt", c.email AS "pendingEmail",
         c.email_lookup AS "pendingLookup", c.data_key AS "pendingDataKey",
         c.data_key_version AS "pendingDataKeyVersion", c.expires_at AS "pendingExpiresAt"
    FROM account a
    LEFT JOIN email_confirmation c ON c.account_id = a.id AND c.expires_at > now()
          AND NOT (a.email_confirmed_at IS NOT NULL AND c.email_lookup = a.email_lookup)`

export async function findProfile(tx: Transaction, accountId: string): Promise<ProfileRow | null> {
  const rows = await tx.$queryRaw<ProfileRow[]>`${profile} WHERE a.id = ${accountId}::uuid`
  return rows[0] ?? null
}

/** The same, held until the transaction ends: whoever changes an account waits here for whoever does so already. */
export async function lockProfile(tx: Transaction, accountId: string): Promise<ProfileRow | null> {
  await tx.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR UPDATE`
  return findProfile(tx, accountId)
}

export interface ProfileChange {
  readonly firstName?: Uint8Array<ArrayBuffer>
  readonly lastName?: Uint8Array<ArrayBuffer>
  readonly locale?: Locale
  readonly email?: Uint8Array<ArrayBuffer> | null
  readonly emailLookup?: Uint8Array<ArrayBuffer> | null
  readonly emailConfirmedAt?: null
}

/** Writes a change and counts the version on. */
export async function updateProfile(
  tx: Transaction,
  accountId: string,
  change: ProfileChange,
): Promise<void> {
  await tx.account.update({
    where: { id: accountId },
    data: { ...change, version: { increment: 1 } },
    select: { id: true },
  })
}
