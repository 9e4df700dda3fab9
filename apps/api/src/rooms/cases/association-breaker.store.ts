import { associationBreaker } from '@connect/contract/rooms/case-links'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

interface CountedFailure {
  /** Under which it was counted. */
  readonly minute: Date
  /** Whether so many failed before it that everybody has to pass a security check. */
  readonly isTripped: boolean
}

const { least, timesMean } = associationBreaker
const hoursOfWeek = 7 * 24

/**
 * Counts a try as a failure until it turns out right, and tells whether those of the last hour are above the larger of a
 * fixed number and some times the hourly mean of the week (docs/security.md). Those of one minute meet in one row, so that
 * of many at once each finds the ones before it: this is the last statement of its transaction.
 */
export async function countFailure(tx: Transaction): Promise<CountedFailure> {
  const [row] = await tx.$queryRaw<CountedFailure[]>`
    WITH counted AS (
      INSERT INTO association_failures AS failures (minute, count) VALUES (date_trunc('minute', now()), 1)
      ON CONFLICT (minute) DO UPDATE SET count = failures.count + 1
      RETURNING minute, count - 1 AS before
    ), earlier AS (
      SELECT coalesce(sum(f.count) FILTER (WHERE f.minute > now() - interval '1 hour'), 0) AS hour,
             coalesce(sum(f.count), 0) AS week
      FROM association_failures f
      WHERE f.minute > now() - interval '7 days' AND f.minute <> date_trunc('minute', now())
    )
    SELECT minute, before + hour > greatest(${least}::int, ${timesMean}::int * (before + week) / ${hoursOfWeek}::float8)
           AS "isTripped"
    FROM counted, earlier`
  if (row === undefined) throw new Error('counting a failure returned no row')
  return row
}

/** Takes a failure back that was none. */
export async function giveBackFailure(tx: Transaction, minute: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE association_failures SET count = count - 1 WHERE minute = ${minute}::timestamptz AND count > 0`
}

/** The same without counting anything. */
export async function isTripped(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isTripped: boolean }[]>`
    SELECT coalesce(sum(count) FILTER (WHERE minute > now() - interval '1 hour'), 0)
           > greatest(${least}::int, ${timesMean}::int * coalesce(sum(count), 0) / ${hoursOfWeek}::float8) AS "isTripped"
    FROM association_failures WHERE minute > now() - interval '7 days'`
  return row?.isTripped ?? false
}
