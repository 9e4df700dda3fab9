import type { PrismaClient } from '@connect/prisma/client'

export type SweepDatabase = Pick<PrismaClient, '$executeRaw'>

/** Deletes at most so many expired rows of one kind, oldest or not, and answers how many. */
export type Sweep = (database: SweepDatabase, limit: number) => Promise<number>

/**
 * What expires, by the database's clock. Rows that another transaction works on are passed over, so that sweeping waits
 * for nobody and several instances may sweep at once.
 */
export const sweeps = {
  session: (database, limit) => database.$executeRaw`
    DELETE FROM session WHERE id IN (
      SELECT id FROM session WHERE idle_expires_at < now() OR absolute_expires_at < now()
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,

  spentCaptcha: (database, limit) => database.$executeRaw`
    DELETE FROM spent_captcha WHERE id IN (
      SELECT id FROM spent_captcha WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,

  idempotencyKey: (database, limit) => database.$executeRaw`
    DELETE FROM idempotency_key WHERE (operation, actor, key) IN (
      SELECT operation, actor, key FROM idempotency_key WHERE expires_at < now()
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,

  rateCounter: (database, limit) => database.$executeRaw`
    DELETE FROM rate_counter WHERE ("limit", subject, window_start) IN (
      SELECT "limit", subject, window_start FROM rate_counter WHERE expires_at < now()
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
} as const satisfies Record<string, Sweep>

export type SweptKind = keyof typeof sweeps
