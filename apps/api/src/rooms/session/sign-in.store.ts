import type { Pool } from 'pg'
import type { GuessCounter } from '../../kernel/guess-counter.store.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Everybody who signs in from elsewhere than an own device. */
export const strangers = '00000000-0000-0000-0000-000000000000'

export interface CredentialRow {
  readonly id: string
  readonly passwordHash: string
  readonly pepperVersion: number
}

/** What is needed to check a password; null for an unknown user ID. */
export async function findCredentials(tx: Transaction, userIdFolded: string): Promise<CredentialRow | null> {
  return tx.account.findUnique({
    where: { userIdFolded },
    select: { id: true, passwordHash: true, pepperVersion: true },
  })
}

/**
 * Whether the password that was compared is still the account's. Holds its row until the transaction ends, so that who
 * changes the password and then ends all sessions finds the one that is begun now.
 */
export async function isStillPassword(
  tx: Transaction,
  { id, passwordHash }: Pick<CredentialRow, 'id' | 'passwordHash'>,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM account WHERE id = ${id}::uuid AND password_hash = ${passwordHash} FOR SHARE`
  return rows.length === 1
}

export async function updatePasswordHash(
  tx: Transaction,
  accountId: string,
  previousHash: string,
  next: { hash: string; pepperVersion: number },
): Promise<void> {
  await tx.account.updateMany({
    where: { id: accountId, passwordHash: previousHash },
    data: { passwordHash: next.hash, pepperVersion: next.pepperVersion },
  })
}

const readStatement = {
  name: 'read-sign-in-attempts',
  text: `
    SELECT CASE WHEN clears_at <= now() THEN 0 ELSE attempts END AS attempts
    FROM sign_in_counter WHERE subject = $1 AND device_id = $2`,
}

/** How many attempts are counted now; counts nothing. */
export async function readAttempts(pool: Pool, { subject, deviceId }: GuessCounter): Promise<number> {
  const { rows } = await pool.query<{ attempts: number }>(readStatement, [Buffer.from(subject), deviceId])
  return rows[0]?.attempts ?? 0
}

/** Forgets what was counted of a user ID, given as its look-up: sign-ins on every device, and recovery answers. */
export async function deleteAttempts(
  tx: Transaction,
  subject: GuessCounter['subject'],
): Promise<{ signIns: number; recoveries: number }> {
  const { count: signIns } = await tx.signInCounter.deleteMany({ where: { subject } })
  return { signIns, recoveries: await deleteRecoveryAttempts(tx, subject) }
}

/** Forgets counted recovery answers alone. */
export async function deleteRecoveryAttempts(
  tx: Transaction,
  subject: GuessCounter['subject'],
): Promise<number> {
  const { count } = await tx.recoveryCounter.deleteMany({ where: { subject } })
  return count
}
