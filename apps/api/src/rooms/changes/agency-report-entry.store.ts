import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** A case about which something was told to the agency, and who told it. */
export interface EntryCase {
  readonly caseId: string
  /** Everybody of the case. */
  readonly memberIds: readonly string[]
  /** Of the client ID of whoever told it; null where they have none, or the case names nobody so. */
  readonly authorLookup: Uint8Array<ArrayBuffer> | null
  /** Who holds that client ID, and in which language they are told; nulls where nobody does. */
  readonly ownerId: string | null
  readonly locale: 'en' | 'es' | null
  /** By the database's clock, and the day that it is in Connecticut. */
  readonly now: Date
  readonly today: string
}

/**
 * The case that an integrator means by a reference: their own, or else the only one that anybody calls so. Null where there
 * is none such, or more than one.
 */
export async function findEntryCase(
  tx: Transaction,
  {
    integratorId,
    caseRef,
    memberId,
  }: { readonly integratorId: string; readonly caseRef: string; readonly memberId: string },
): Promise<EntryCase | null> {
  const rows = await tx.$queryRaw<EntryCase[]>`
    SELECT k.id AS "caseId", array(SELECT each.member_id FROM case_member each WHERE each.case_id = k.id) AS "memberIds",
           m.client_lookup AS "authorLookup", a.id AS "ownerId", a.locale, statement_timestamp() AS now,
           (statement_timestamp() AT TIME ZONE 'America/New_York')::date::text AS today
    FROM benefit_case k
    LEFT JOIN case_member m ON m.case_id = k.id AND m.member_id = ${memberId}
    LEFT JOIN case_link l ON l.client_lookup = m.client_lookup AND l.integrator_id = k.integrator_id
    LEFT JOIN account a ON a.id = l.account_id
    WHERE k.case_ref = ${caseRef} AND (k.integrator_id = ${integratorId}::uuid OR NOT EXISTS (
      SELECT FROM benefit_case other WHERE other.case_ref = k.case_ref AND other.id <> k.id))`
  return rows[0] ?? null
}
