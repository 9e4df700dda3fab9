import type { Pool } from 'pg'
import { ownCase, type OwnCaseKey, type OwnCaseRow } from './case-access.store.ts'

export interface CasePaymentsRow extends OwnCaseRow {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly payments: Uint8Array
}

const paymentsStatement = {
  name: 'case-payments',
  text: `
    SELECT c.id, c.data_key AS "dataKey", c.data_key_version AS "dataKeyVersion", c.payments, own."memberId", own.held
    FROM (${ownCase}) own JOIN benefit_case c ON c.id = $2`,
}

/** The payments of a case of one's own, still sealed; null when there is no such case. */
export async function findCasePayments(
  pool: Pool,
  { accountId, caseId }: OwnCaseKey,
): Promise<CasePaymentsRow | null> {
  const { rows } = await pool.query<CasePaymentsRow>(paymentsStatement, [accountId, caseId])
  return rows[0] ?? null
}
