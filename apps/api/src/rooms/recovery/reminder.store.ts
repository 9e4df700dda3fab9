import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** An account with an address, still sealed. */
export interface Reminded {
  readonly id: string
  readonly userId: string
  readonly locale: 'en' | 'es'
  readonly email: Uint8Array | null
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
}

/** More than anybody has under one address. */
const most = 50

/** The accounts of an address, the newest first; those whose owner has confirmed it before those where it was only typed. */
export async function findByEmail(
  tx: Transaction,
  emailLookup: Uint8Array<ArrayBuffer>,
): Promise<readonly Reminded[]> {
  return tx.$queryRaw<Reminded[]>`
    SELECT id, user_id AS "userId", locale, email, data_key AS "dataKey", data_key_version AS "dataKeyVersion"
    FROM account WHERE email_lookup = ${emailLookup} AND email IS NOT NULL
    ORDER BY email_confirmed_at IS NULL, id DESC LIMIT ${most}::int`
}
