import { associationLimits } from '@connect/contract/rooms/case-links'
import { recoveryLimits } from '@connect/contract/rooms/recovery'
import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import { ownDeviceDays } from '@connect/contract/rooms/session'
import { sweepFiles, type FileSweepDatabase } from './file-sweep.store.ts'

export type SweepDatabase = FileSweepDatabase

/** Deletes at most so many expired rows of one kind, oldest or not, and answers how many. */
export type Sweep = (database: SweepDatabase, limit: number) => Promise<number>

/** How long it can be told how often a limit refused. */
const refusalCountDays = 90

/** How long wrong answers to secret questions count although no more come: nine guesses a year find nothing. */
const recoveryCounterDays = 365

/** How long an account’s tries at associating count although no more come. */
const associationCounterDays = 365

/** Longer than anything looks back at failures of everybody. */
const associationFailureDays = 8

/** How long a token can be listed after its end. */
const endedTokenDays = 365

/**
 * What expires, by the database's clock. Rows that another transaction works on are passed over, so that sweeping waits
 * for nobody and several instances may sweep at once.
 */
export const sweeps = {
  // No session idles beyond its absolute end (a CHECK of the table), so this one time tells, and has an index.
  session: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM session WHERE idle_expires_at < now()
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM session USING expired WHERE session.id = expired.id`,

  spentCaptcha: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM spent_captcha WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM spent_captcha spent USING expired WHERE spent.id = expired.id`,

  idempotencyKey: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT operation, actor, key FROM idempotency_key WHERE expires_at < now()
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM idempotency_key stored USING expired
     WHERE (stored.operation, stored.actor, stored.key) = (expired.operation, expired.actor, expired.key)`,

  rateCounter: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT "limit", subject, window_start FROM rate_counter WHERE expires_at < now()
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM rate_counter counter USING expired
     WHERE (counter."limit", counter.subject, counter.window_start) =
           (expired."limit", expired.subject, expired.window_start)`,

  // The hard stop stays: only a recovery, the agency or an operator opens it.
  signInCounter: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT subject, device_id FROM sign_in_counter
       WHERE last_at < now() - make_interval(days => ${ownDeviceDays})
         AND attempts < ${signInLimits.hardStop}
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM sign_in_counter counter USING expired
     WHERE (counter.subject, counter.device_id) = (expired.subject, expired.device_id)`,

  ownDevice: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM own_device WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM own_device device USING expired WHERE device.id = expired.id`,

  refusalCount: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT "limit", minute FROM refusal_count WHERE minute < now() - make_interval(days => ${refusalCountDays})
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM refusal_count counted USING expired
     WHERE (counted."limit", counted.minute) = (expired."limit", expired.minute)`,
  mail: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM mail WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM mail USING expired WHERE mail.id = expired.id`,

  emailConfirmation: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT account_id FROM email_confirmation WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM email_confirmation waiting USING expired WHERE waiting.account_id = expired.account_id`,

  recovery: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM recovery WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM recovery USING expired WHERE recovery.id = expired.id`,

  // Kept for a while after its end, so that one can tell whose token an audit row names.
  apiToken: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM api_token WHERE expires_at < now() - make_interval(days => ${endedTokenDays})
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM api_token token USING expired WHERE token.id = expired.id`,

  // The end of all tries stays, too.
  recoveryCounter: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT subject FROM recovery_counter
       WHERE last_at < now() - make_interval(days => ${recoveryCounterDays})
         AND since_success < ${recoveryLimits.sinceSuccess}
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM recovery_counter counter USING expired WHERE counter.subject = expired.subject`,

  // What is counted of a client ID stays for its life, and the end of all tries of an account stays, too.
  associationCounter: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT kind, subject FROM association_counter
       WHERE last_at < now() - make_interval(days => ${associationCounterDays})
         AND (kind = 'code' OR kind = 'account' AND since_success < ${associationLimits.inAll})
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM association_counter counter USING expired
     WHERE (counter.kind, counter.subject) = (expired.kind, expired.subject)`,

  associationFailures: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT minute FROM association_failures
       WHERE minute < now() - make_interval(days => ${associationFailureDays})
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM association_failures failures USING expired WHERE failures.minute = expired.minute`,

  associationCode: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM association_code WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM association_code code USING expired WHERE code.id = expired.id`,

  // With what was answered to its lines; the cases stay.
  caseImport: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM case_import WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM case_import import USING expired WHERE import.id = expired.id`,

  // What was submitted has no end.
  reportDraft: (database, limit) => database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM change_report WHERE expires_at < now() AND status = 'draft' LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    DELETE FROM change_report report USING expired WHERE report.id = expired.id`,

  document: sweepFiles,
} as const satisfies Record<string, Sweep>

export type SweptKind = keyof typeof sweeps
