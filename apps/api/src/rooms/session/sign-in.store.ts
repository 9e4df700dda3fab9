import { signInLimits } from '@connect/contract/rooms/session'
import type { Pool } from 'pg'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Whose attempts are counted together. */
export interface CountedBrowser {
  /** Keyed HMAC of the folded user ID, whether anybody has it or not. */
  readonly subject: Uint8Array<ArrayBuffer>
  /** The own device, or what stands for all others together. */
  readonly deviceId: string
}

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
export async function readAttempts(pool: Pool, { subject, deviceId }: CountedBrowser): Promise<number> {
  const { rows } = await pool.query<{ attempts: number }>(readStatement, [Buffer.from(subject), deviceId])
  return rows[0]?.attempts ?? 0
}

interface Attempt extends CountedBrowser {
  /** Brought a security check that holds. */
  readonly isChecked: boolean
  /** How long ago the request came, in seconds, told once the transaction has begun. */
  readonly age: number
}

/**
 * Counts an attempt before anything is compared, in one statement, so that of parallel ones no more are taken than the
 * limit allows, whichever instance they reach. False when it may not be evaluated: without a security check that is for
 * want of one, with it there is a pause or the hard stop.
 *
 * After a right password the count begins anew, but only for what came later: guesses that were sent together with it
 * stay under the one limit.
 */
export async function reserveAttempt(
  tx: Transaction,
  { subject, deviceId, isChecked, age }: Attempt,
): Promise<boolean> {
  const { withoutCheck, beforePause, firstPauseMinutes, longestPauseMinutes, hardStop } = signInLimits
  const most = isChecked ? hardStop : withoutCheck
  const rows = await tx.$queryRaw<unknown[]>`
    INSERT INTO sign_in_counter AS counter (subject, device_id, attempts, last_at)
    VALUES (${subject}, ${deviceId}::uuid, 1, now())
    ON CONFLICT (subject, device_id) DO UPDATE SET
      attempts = CASE WHEN counter.clears_at <= now() - make_interval(secs => ${age}::float8)
                      THEN 1 ELSE counter.attempts + 1 END,
      paused_until = CASE
        WHEN counter.clears_at <= now() - make_interval(secs => ${age}::float8) THEN NULL
        WHEN counter.attempts + 1 >= ${beforePause}::int
        THEN now() + make_interval(secs => 60 * least(${longestPauseMinutes}::int,
               ${firstPauseMinutes}::int * power(2, counter.attempts + 1 - ${beforePause}::int))) END,
      clears_at = CASE WHEN counter.clears_at <= now() - make_interval(secs => ${age}::float8)
                       THEN NULL ELSE counter.clears_at END,
      last_at = now()
    WHERE counter.clears_at <= now() - make_interval(secs => ${age}::float8)
       OR (counter.attempts < ${most}::int
           AND (counter.paused_until IS NULL OR counter.paused_until <= now()))
    RETURNING 1`
  return rows.length > 0
}

/** A right password: what comes from now on is counted anew. */
export async function clearFromNow(tx: Transaction, { subject, deviceId }: CountedBrowser): Promise<void> {
  await tx.$executeRaw`
    UPDATE sign_in_counter SET clears_at = now()
    WHERE subject = ${subject} AND device_id = ${deviceId}::uuid`
}

/** Forgets what was counted of a user ID, given as its look-up: sign-ins on every device, and recovery answers. */
export async function deleteAttempts(
  tx: Transaction,
  subject: CountedBrowser['subject'],
): Promise<{ signIns: number; recoveries: number }> {
  const { count: signIns } = await tx.signInCounter.deleteMany({ where: { subject } })
  return { signIns, recoveries: await deleteRecoveryAttempts(tx, subject) }
}

/** Forgets counted recovery answers alone. */
export async function deleteRecoveryAttempts(
  tx: Transaction,
  subject: CountedBrowser['subject'],
): Promise<number> {
  const { count } = await tx.recoveryCounter.deleteMany({ where: { subject } })
  return count
}
