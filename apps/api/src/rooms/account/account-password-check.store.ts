import { signInLimits } from '@connect/contract/rooms/session'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Beside the own devices and the strangers of signing in: whoever is signed in already. */
const signedIn = '00000000-0000-0000-0000-000000000001'

/**
 * Counts a check before anything is compared, in one statement, so that of parallel ones no more are taken than the
 * limit allows, whichever instance they reach. False when it may not be made: there is a pause, or the hard stop.
 */
export async function reserveCheck(tx: Transaction, subject: Bytes): Promise<boolean> {
  const { beforePause, firstPauseMinutes, longestPauseMinutes, hardStop } = signInLimits
  const rows = await tx.$queryRaw<unknown[]>`
    INSERT INTO sign_in_counter AS counter (subject, device_id, attempts, last_at)
    VALUES (${subject}, ${signedIn}::uuid, 1, now())
    ON CONFLICT (subject, device_id) DO UPDATE SET
      attempts = CASE WHEN counter.clears_at <= now() THEN 1 ELSE counter.attempts + 1 END,
      paused_until = CASE
        WHEN counter.clears_at <= now() THEN NULL
        WHEN counter.attempts + 1 >= ${beforePause}::int
        THEN now() + make_interval(secs => 60 * least(${longestPauseMinutes}::int,
               ${firstPauseMinutes}::int * power(2, counter.attempts + 1 - ${beforePause}::int))) END,
      clears_at = CASE WHEN counter.clears_at <= now() THEN NULL ELSE counter.clears_at END,
      last_at = now()
    WHERE counter.clears_at <= now()
       OR (counter.attempts < ${hardStop}::int
           AND (counter.paused_until IS NULL OR counter.paused_until <= now()))
    RETURNING 1`
  return rows.length > 0
}

/** The seconds until the next check may be made; null when no time brings that. */
export async function readPause(tx: Transaction, subject: Bytes): Promise<number | null> {
  const rows = await tx.$queryRaw<{ seconds: number; stopped: boolean }[]>`
    SELECT ceil(extract(epoch FROM coalesce(least(paused_until, clears_at), now()) - now()))::int AS seconds,
           attempts >= ${signInLimits.hardStop}::int AND clears_at IS NULL AS stopped
      FROM sign_in_counter WHERE subject = ${subject} AND device_id = ${signedIn}::uuid`
  const [row] = rows
  return row?.stopped === true ? null : Math.max(1, row?.seconds ?? 1)
}

/**
 * A right password: in a minute the count begins anew. Not at once, so that guesses that were sent together with it stay
 * under the one limit.
 */
export async function clearChecks(tx: Transaction, subject: Bytes): Promise<void> {
  await tx.$executeRaw`
    UPDATE sign_in_counter SET clears_at = now() + interval '1 minute'
     WHERE subject = ${subject} AND device_id = ${signedIn}::uuid`
}

export async function findPassword(
  tx: Transaction,
  accountId: string,
): Promise<{ hash: string; pepperVersion: number } | null> {
  const row = await tx.account.findUnique({
    where: { id: accountId },
    select: { passwordHash: true, pepperVersion: true },
  })
  return row && { hash: row.passwordHash, pepperVersion: row.pepperVersion }
}
