import type { TestApp } from './test-app.ts'

/** What counting requests, staying signed in and being written down change: no effect of an operation. */
const byTheWay = ['rate_counter', 'refusal_count', 'session', 'audit_event', 'audit_seal', 'audit_head']

/**
 * One checksum for all rows of each table, but for those that change by the way, or may change here. That a token was used
 * is written down behind the request.
 */
export async function tableSums(
  { deps }: TestApp,
  mayChange: readonly string[] = [],
): Promise<Record<string, string>> {
  const { rows } = await deps.pool.query<{ name: string; sum: string }>(
    `SELECT table_name AS name,
            (xpath('//sum/text()', query_to_xml(
              format('SELECT md5(coalesce(string_agg(kept.row, E''\\n'' ORDER BY kept.row), '''')) AS sum
                FROM %I AS t, LATERAL (SELECT (to_jsonb(t) - ''last_used_at'')::text AS row) AS kept',
                     table_name), false, true, '')))[1]::text AS sum
       FROM information_schema.tables WHERE table_schema = 'public' AND NOT table_name = ANY ($1) ORDER BY 1`,
    [[...byTheWay, ...mayChange]],
  )
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}
