import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Under which uploads are counted among the limits. */
const limit = 'document-bytes'

/** Minutes that are counted together, and hours for which they count. */
const counted = { minutes: 10, hours: 24 } as const

/** What was counted in one stretch of time. */
export interface CountedStretch {
  readonly bytes: number
  /** Seconds until it counts no more. */
  readonly leavesIn: number
}

/**
 * Counts bytes of an account. Until the transaction ends nobody else counts for it, so that what `readCounted` tells then
 * holds; a transaction that is rolled back has counted nothing.
 */
export async function countBytes(tx: Transaction, subject: Bytes, bytes: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO rate_counter ("limit", subject, window_start, count, expires_at)
    SELECT ${limit}, ${subject}, start, ${bytes}::int,
           start + make_interval(hours => ${counted.hours}::int, mins => ${counted.minutes}::int)
    FROM date_bin(make_interval(mins => ${counted.minutes}::int), now(), 'epoch') AS start
    ON CONFLICT ("limit", subject, window_start) DO UPDATE SET count = rate_counter.count + excluded.count`
}

/** What counts of an account now, oldest first. */
export async function readCounted(tx: Transaction, subject: Bytes): Promise<CountedStretch[]> {
  return tx.$queryRaw<CountedStretch[]>`
    SELECT count AS bytes, ceil(extract(epoch FROM expires_at - now()))::int AS "leavesIn"
    FROM rate_counter
    WHERE "limit" = ${limit} AND subject = ${subject} AND expires_at > now()
    ORDER BY window_start`
}
