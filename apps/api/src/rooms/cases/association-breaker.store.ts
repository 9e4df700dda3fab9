import { associationBreaker } from '@connect/contract/rooms/case-links'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Counts a try as a failure until it turns out right; answers under which minute. */
export async function countFailure(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ minute: Date }[]>`
    INSERT INTO association_failures AS failures (minute, count) VALUES (date_trunc('minute', now()), 1)
    ON CONFLICT (minute) DO UPDATE SET count = failures.count + 1
    RETURNING minute`
  if (row === undefined) throw new Error('counting a failure returned no row')
  return row.minute
}

/** Takes a failure back that was none. */
export async function giveBackFailure(tx: Transaction, minute: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE association_failures SET count = count - 1 WHERE minute = ${minute}::timestamptz AND count > 0`
}

/**
 * Whether so many fail that everybody has to pass a security check: those of the last hour above the larger of a fixed
 * number and some times the hourly mean of the week (docs/security.md). `but` of them are this request's own.
 */
export async function isTripped(tx: Transaction, but: number): Promise<boolean> {
  const { least, timesMean } = associationBreaker
  const [row] = await tx.$queryRaw<{ tripped: boolean }[]>`
    SELECT coalesce(sum(count) FILTER (WHERE minute > now() - interval '1 hour'), 0) - ${but}::int
           > greatest(${least}::int, ${timesMean}::int * (coalesce(sum(count), 0) - ${but}::int) / (7 * 24.0)) AS tripped
    FROM association_failures WHERE minute > now() - interval '7 days'`
  return row?.tripped ?? false
}
