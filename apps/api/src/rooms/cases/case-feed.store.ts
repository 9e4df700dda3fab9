import type { Transaction } from '../../kernel/unit-of-work.store.ts'
import type { CaseRow } from './case-rows.ts'

/** Whose case it is, by the integrator's own reference. */
interface CaseName {
  readonly caseRef: string
  readonly id: string
}

/** The cases of an integrator that are there under these references. */
export async function findCaseIds(
  db: Transaction,
  integratorId: string,
  caseRefs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<CaseName[]>`
    SELECT id, case_ref AS "caseRef" FROM benefit_case
    WHERE integrator_id = ${integratorId}::uuid AND case_ref = ANY (${[...caseRefs]}::text[])`
  return new Map(rows.map(({ caseRef, id }) => [caseRef, id]))
}

export interface CaseWrite {
  readonly integratorId: string
  /** The import that tells them; null for one that is told alone. */
  readonly importId: string | null
  /** Each reference once, in one order everywhere, so that two who write the same cases wait for each other in turn. */
  readonly cases: readonly CaseRow[]
}

/**
 * Adds cases and replaces those whose stored state is not newer, all in one statement; answers which of them were
 * written. One that was told in the same import with the same instant is not written again, and neither is one whose
 * row has another id than it was sealed for.
 */
export async function upsertCases(
  tx: Transaction,
  { integratorId, importId, cases }: CaseWrite,
): Promise<(CaseName & { readonly created: boolean })[]> {
  return tx.$queryRaw`
    INSERT INTO benefit_case AS stored
      (id, integrator_id, case_ref, as_of, data_key, data_key_version, summary, payments, import_id)
    SELECT told.id, ${integratorId}::uuid, told.case_ref, told.as_of::timestamptz, told.data_key, told.data_key_version,
           told.summary, told.payments, ${importId}::uuid
    FROM unnest(${cases.map(({ id }) => id)}::uuid[], ${cases.map(({ caseRef }) => caseRef)}::text[],
                ${cases.map(({ asOf }) => asOf)}::text[], ${cases.map(({ dataKey }) => dataKey)}::bytea[],
                ${cases.map(({ dataKeyVersion }) => dataKeyVersion)}::int[],
                ${cases.map(({ summary }) => summary)}::bytea[], ${cases.map(({ payments }) => payments)}::bytea[])
      AS told (id, case_ref, as_of, data_key, data_key_version, summary, payments)
    ON CONFLICT (integrator_id, case_ref) DO UPDATE
      SET as_of = excluded.as_of, data_key = excluded.data_key, data_key_version = excluded.data_key_version,
          summary = excluded.summary, payments = excluded.payments, import_id = excluded.import_id,
          received_at = excluded.received_at
      WHERE stored.id = excluded.id
        AND (stored.as_of < excluded.as_of
             OR (stored.as_of = excluded.as_of
                 AND (excluded.import_id IS NULL OR stored.import_id IS DISTINCT FROM excluded.import_id)))
    RETURNING id, case_ref AS "caseRef", xmax = 0 AS created`
}

/** How the stored state of a case stands to one that was not written. */
export interface Standing extends CaseName {
  readonly isNewer: boolean
}

export async function findStandings(
  tx: Transaction,
  integratorId: string,
  told: readonly Pick<CaseRow, 'caseRef' | 'asOf'>[],
): Promise<Standing[]> {
  return tx.$queryRaw`
    SELECT stored.id, stored.case_ref AS "caseRef", stored.as_of > told.as_of::timestamptz AS "isNewer"
    FROM unnest(${told.map(({ caseRef }) => caseRef)}::text[], ${told.map(({ asOf }) => asOf)}::text[])
      AS told (case_ref, as_of)
    JOIN benefit_case stored ON stored.integrator_id = ${integratorId}::uuid AND stored.case_ref = told.case_ref`
}

/** Makes the members of cases those that are given; rows that say the same already stay untouched. */
export async function replaceMembers(
  tx: Transaction,
  cases: readonly Pick<CaseRow, 'id' | 'members'>[],
): Promise<void> {
  const members = cases.flatMap((one) => one.members.map((member) => ({ caseId: one.id, ...member })))
  const caseIds = members.map(({ caseId }) => caseId)
  const memberIds = members.map(({ memberId }) => memberId)
  await tx.$executeRaw`
    DELETE FROM case_member stored
    WHERE stored.case_id = ANY (${cases.map(({ id }) => id)}::uuid[])
      AND (stored.case_id, stored.member_id) NOT IN
          (SELECT * FROM unnest(${caseIds}::uuid[], ${memberIds}::text[]))`
  await tx.$executeRaw`
    INSERT INTO case_member AS stored (case_id, member_id, client_lookup, pair_lookup, triple_lookup, may_associate)
    SELECT * FROM unnest(${caseIds}::uuid[], ${memberIds}::text[], ${members.map(({ client }) => client)}::bytea[],
                         ${members.map(({ pair }) => pair)}::bytea[], ${members.map(({ triple }) => triple)}::bytea[],
                         ${members.map(({ mayAssociate }) => mayAssociate)}::bool[])
    ON CONFLICT (case_id, member_id) DO UPDATE
      SET client_lookup = excluded.client_lookup, pair_lookup = excluded.pair_lookup,
          triple_lookup = excluded.triple_lookup, may_associate = excluded.may_associate
      WHERE (stored.client_lookup, stored.pair_lookup, stored.triple_lookup, stored.may_associate)
            IS DISTINCT FROM
            (excluded.client_lookup, excluded.pair_lookup, excluded.triple_lookup, excluded.may_associate)`
}
