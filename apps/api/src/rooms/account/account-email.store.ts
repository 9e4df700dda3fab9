import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface NewEmailConfirmation {
  readonly accountId: string
  readonly tokenHash: Bytes
  readonly dataKey: Bytes
  readonly dataKeyVersion: number
  readonly email: Bytes
  readonly emailLookup: Bytes
  readonly hours: number
}

/** Lets an address wait for its confirmation, in place of one that waited before. */
export async function putEmailConfirmation(tx: Transaction, row: NewEmailConfirmation): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO email_confirmation (account_id, token_hash, data_key, data_key_version, email, email_lookup, expires_at)
    VALUES (${row.accountId}::uuid, ${row.tokenHash}, ${row.dataKey}, ${row.dataKeyVersion}, ${row.email},
            ${row.emailLookup}, now() + make_interval(hours => ${row.hours}::int))
    ON CONFLICT (account_id) DO UPDATE
      SET token_hash = excluded.token_hash, data_key = excluded.data_key, data_key_version = excluded.data_key_version,
          email = excluded.email, email_lookup = excluded.email_lookup, expires_at = excluded.expires_at`
}

/** No link that was sent works any more. */
export async function deleteEmailConfirmation(tx: Transaction, accountId: string): Promise<void> {
  await tx.emailConfirmation.deleteMany({ where: { accountId } })
}

export interface WaitingEmail {
  readonly accountId: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly email: Uint8Array
  readonly emailLookup: Bytes
}

/** What a token stands for; null when it was replaced or has expired. */
export async function findEmailConfirmation(tx: Transaction, tokenHash: Bytes): Promise<WaitingEmail | null> {
  const rows = await tx.$queryRaw<WaitingEmail[]>`
    SELECT account_id AS "accountId", data_key AS "dataKey", data_key_version AS "dataKeyVersion", email,
           email_lookup AS "emailLookup"
      FROM email_confirmation WHERE token_hash = ${tokenHash} AND expires_at > now()`
  return rows[0] ?? null
}

/** From now on this is the address of the account, and confirmed. */
export async function useEmail(
  tx: Transaction,
  accountId: string,
  { email, emailLookup }: { readonly email: Bytes; readonly emailLookup: Bytes },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE account SET email = ${email}, email_lookup = ${emailLookup}, email_confirmed_at = now(), version = version + 1
     WHERE id = ${accountId}::uuid`
}
