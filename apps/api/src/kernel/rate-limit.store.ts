import type { Pool } from 'pg'

/** How a window stands after counting. */
export interface WindowCount {
  readonly count: number
  /** Seconds until the window ends, by the database's clock; at least 1. */
  readonly resetSeconds: number
}

const countStatement = {
  name: 'count-in-window',
  text: `
    WITH span AS (SELECT to_timestamp(floor(extract(epoch FROM now()) / $3::int) * $3::int) AS start)
    INSERT INTO rate_counter ("limit", subject, window_start, count, expires_at)
    SELECT $1, $2, span.start, 1, span.start + make_interval(secs => $3::int * 2) FROM span
    ON CONFLICT ("limit", subject, window_start) DO UPDATE SET count = rate_counter.count + 1
    RETURNING count, ceil(extract(epoch FROM window_start) + $3::int - extract(epoch FROM now()))::int AS reset`,
}

const giveBackStatement = {
  name: 'give-back-in-window',
  text: `
    UPDATE rate_counter SET count = count - 1
    WHERE "limit" = $1 AND subject = $2 AND count > 0
      AND window_start = to_timestamp(floor(extract(epoch FROM now()) / $3::int) * $3::int)`,
}

/** Counts one event first and tells the count after it: parallel events are all counted, whoever asks. */
export async function countInWindow(
  pool: Pool,
  limit: string,
  subject: Uint8Array,
  windowSeconds: number,
): Promise<WindowCount> {
  const { rows } = await pool.query<{ count: number; reset: number }>(countStatement, [
    limit,
    Buffer.from(subject),
    windowSeconds,
  ])
  const row = rows[0]
  if (!row) throw new Error('counting returned no row')
  return { count: row.count, resetSeconds: Math.max(1, row.reset) }
}

const readStatement = {
  name: 'read-window',
  text: `
    SELECT count, ceil(extract(epoch FROM window_start) + $3::int - extract(epoch FROM now()))::int AS reset
    FROM rate_counter
    WHERE "limit" = $1 AND subject = $2
      AND window_start = to_timestamp(floor(extract(epoch FROM now()) / $3::int) * $3::int)`,
}

/** How the present window stands, without counting anything. */
export async function readWindow(
  pool: Pool,
  limit: string,
  subject: Uint8Array,
  windowSeconds: number,
): Promise<WindowCount> {
  const values = [limit, Buffer.from(subject), windowSeconds]
  const { rows } = await pool.query<{ count: number; reset: number }>(readStatement, values)
  return { count: rows[0]?.count ?? 0, resetSeconds: Math.max(1, rows[0]?.reset ?? windowSeconds) }
}

/** Takes a reserved event back when it turned out not to count. */
export async function giveBackInWindow(
  pool: Pool,
  limit: string,
  subject: Uint8Array,
  windowSeconds: number,
): Promise<void> {
  await pool.query(giveBackStatement, [limit, Buffer.from(subject), windowSeconds])
}
