import type { Pool } from 'pg'
import { ownCase, type OwnCaseKey, type OwnCaseRow } from './case-access.store.ts'

export interface CaseViewRow extends OwnCaseRow {
  readonly id: string
  readonly asOf: Date
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly summary: Uint8Array
  /** The day in Connecticut. */
  readonly today: string
}

const viewStatement = {
  name: 'view-case',
  text: `
    SELECT c.id, c.as_of AS "asOf", c.data_key AS "dataKey", c.data_key_version AS "dataKeyVersion", c.summary,
           own."memberId", own.held, (now() AT TIME ZONE 'America/New_York')::date::text AS today
    FROM (${ownCase}) own JOIN benefit_case c ON c.id = $2`,
}

/** A case of one's own, still sealed; null when there is none such. */
export async function findCaseView(
  pool: Pool,
  { accountId, caseId }: OwnCaseKey,
): Promise<CaseViewRow | null> {
  const { rows } = await pool.query<CaseViewRow>(viewStatement, [accountId, caseId])
  return rows[0] ?? null
}
