import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import type { Transaction } from './unit-of-work.store.ts'

/** Whose guesses at a password are counted together. */
export interface GuessCounter {
  /** Keyed HMAC of the folded user ID, whether anybody has it or not. */
  readonly subject: Uint8Array<ArrayBuffer>
  /** The own device, or what stands for others together. */
  readonly deviceId: string
}

interface Guess extends GuessCounter {
  /** No more than these are taken, pauses or not. */
  readonly most: number
  /** How long ago the request came, in seconds, told once the transaction has begun. */
  readonly age: number
}

/**
 * Counts a guess before anything is compared, in one statement, so that of parallel ones no more are taken than the
 * limit allows, whichever instance they reach. False when it may not be compared: there are `most`, or there is a pause.
 *
 * After a right password the count begins anew, but only for what came later: guesses that were sent together with it
 * stay under the one limit. Source: docs/security.md.
 */
export async function reserveGuess(
  tx: Transaction,
  { subject, deviceId, most, age }: Guess,
): Promise<boolean> {
  const { beforePause, firstPauseMinutes, longestPauseMinutes } = signInLimits
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

/**
 * Gives a guess back that was counted, with the pause that it began: no guess is taken during a pause, so there can be no
 * later one.
 */
export async function giveBackGuess(tx: Transaction, { subject, deviceId }: GuessCounter): Promise<void> {
  await tx.$executeRaw`
    UPDATE sign_in_counter SET attempts = greatest(attempts - 1, 0), paused_until = NULL
    WHERE subject = ${subject} AND device_id = ${deviceId}::uuid`
}

/** A right password: what comes from now on is counted anew. */
export async function clearGuesses(tx: Transaction, { subject, deviceId }: GuessCounter): Promise<void> {
  await tx.$executeRaw`
    UPDATE sign_in_counter SET clears_at = now()
    WHERE subject = ${subject} AND device_id = ${deviceId}::uuid`
}
