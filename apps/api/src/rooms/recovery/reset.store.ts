import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What shows that a password may be set. */
export interface ResetProof {
  readonly id: string
  readonly browserHash: Bytes
  readonly tokenHash: Bytes
}

/** Whose password it is; names and address still sealed. */
export interface ResetOwner {
  readonly id: string
  readonly userId: string
  readonly userIdFolded: string
  readonly passwordHash: string
  readonly pepperVersion: number
  readonly locale: 'en' | 'es'
  readonly email: Uint8Array | null
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
}

/** The account whose password this token of this browser may set; null when it fits nothing, or no more. */
export async function findOwner(tx: Transaction, proof: ResetProof): Promise<ResetOwner | null> {
  const rows = await tx.$queryRaw<ResetOwner[]>`
    SELECT a.id, a.user_id AS "userId", a.user_id_folded AS "userIdFolded", a.password_hash AS "passwordHash",
           a.pepper_version AS "pepperVersion", a.locale, a.email, a.data_key AS "dataKey",
           a.data_key_version AS "dataKeyVersion"
    FROM recovery r JOIN account a ON a.id = r.account_id
    WHERE r.id = ${proof.id}::uuid AND r.browser_hash = ${proof.browserHash} AND r.token_hash = ${proof.tokenHash}
      AND r.token_expires_at > now()`
  return rows[0] ?? null
}

/** Uses a token up. False when it is used or over: of two at once only one goes on. */
export async function useToken(tx: Transaction, accountId: string, proof: ResetProof): Promise<boolean> {
  // The account first: whoever else resets this password waits here, and never holds what this one needs.
  await tx.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR UPDATE`
  const used = await tx.$executeRaw`
    DELETE FROM recovery
    WHERE id = ${proof.id}::uuid AND account_id = ${accountId}::uuid AND browser_hash = ${proof.browserHash}
      AND token_hash = ${proof.tokenHash} AND token_expires_at > now()`
  return used === 1
}

/** Sets the password, and closes case data until they are asked for anew. */
export async function setPassword(
  tx: Transaction,
  accountId: string,
  password: { readonly hash: string; readonly pepperVersion: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE account SET password_hash = ${password.hash}, pepper_version = ${password.pepperVersion}::int,
           case_held_since = now()
    WHERE id = ${accountId}::uuid`
}
