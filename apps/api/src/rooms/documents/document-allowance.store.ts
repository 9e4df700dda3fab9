import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What is counted: files that were received, and what was stored of others. Under these names it stands among the limits. */
export type CountedKind = 'document-bytes' | 'document-bytes-in-vain'

/** Minutes that are counted together, and hours for which they count. */
const counted = { minutes: 10, hours: 24 } as const

/** What was counted in one stretch of time. */
export interface CountedStretch {
  readonly kind: CountedKind
  readonly bytes: number
  /** Seconds until it counts no more. */
  readonly leavesIn: number
}

interface CountedBytes {
  readonly kind: CountedKind
  readonly subject: Bytes
  readonly bytes: number
}

/**
 * Counts bytes of an account. Until the transaction ends nobody else counts the same for it, so that what `readCounted`
 * tells then holds; a transaction that is rolled back has counted nothing.
 */
export async function countBytes(tx: Transaction, { kind, subject, bytes }: CountedBytes): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO rate_counter ("limit", subject, window_start, count, expires_at)
    SELECT ${kind}, ${subject}, start, ${bytes}::int,
           start + make_interval(hours => ${counted.hours}::int, mins => ${counted.minutes}::int)
    FROM date_bin(make_interval(mins => ${counted.minutes}::int), now(), 'epoch') AS start
    ON CONFLICT ("limit", subject, window_start) DO UPDATE SET count = rate_counter.count + excluded.count`
}

/** What counts of an account now, oldest first. */
export async function readCounted(tx: Transaction, subject: Bytes): Promise<CountedStretch[]> {
  return tx.$queryRaw<CountedStretch[]>`
    SELECT "limit" AS kind, count AS bytes, ceil(extract(epoch FROM expires_at - now()))::int AS "leavesIn"
    FROM rate_counter
    WHERE "limit" IN ('document-bytes', 'document-bytes-in-vain') AND subject = ${subject} AND expires_at > now()
    ORDER BY window_start`
}

/** Bytes of an account's files that have arrived and went with nothing, each as so many at least. */
export async function sumUnsubmitted(tx: Transaction, accountId: string, least: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ bytes: number }[]>`
    SELECT coalesce(sum(greatest(bytes, ${least}::int)), 0)::float8 AS bytes
    FROM document WHERE account_id = ${accountId}::uuid AND event_id IS NULL AND state <> 'receiving'`
  return row?.bytes ?? 0
}
