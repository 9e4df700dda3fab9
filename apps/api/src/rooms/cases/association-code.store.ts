import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Whom a code is asked for; `pair` is the look-up of client ID and birth year, null for whoever has none. */
export interface CodeMember {
  readonly caseId: string
  /** Null when the case names nobody so. */
  readonly memberId: string | null
  readonly pair: Bytes | null
}

/** A member who may associate, of an integrator's own case; null when there is no such case. */
export async function findCodeMember(
  tx: Transaction,
  { integratorId, caseRef, memberId }: { integratorId: string; caseRef: string; memberId: string },
): Promise<CodeMember | null> {
  const rows = await tx.$queryRaw<CodeMember[]>`
    SELECT c.id AS "caseId", m.member_id AS "memberId", m.pair_lookup AS pair
    FROM benefit_case c
    LEFT JOIN case_member m ON m.case_id = c.id AND m.member_id = ${memberId} AND m.may_associate
    WHERE c.integrator_id = ${integratorId}::uuid AND c.case_ref = ${caseRef}`
  return rows[0] ?? null
}

interface NewCode {
  readonly id: string
  readonly caseId: string
  readonly memberId: string
  readonly code: Bytes
  readonly days: number
}

/** Keeps a code in place of the member's last one; answers until when it is good. In hours: a day may have 23. */
export async function keepCode(
  tx: Transaction,
  { id, caseId, memberId, code, days }: NewCode,
): Promise<Date> {
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
    INSERT INTO association_code (id, case_id, member_id, code_lookup, expires_at)
    VALUES (${id}::uuid, ${caseId}::uuid, ${memberId}, ${code}, now() + make_interval(hours => ${days * 24}::int))
    ON CONFLICT (case_id, member_id) DO UPDATE
      SET id = excluded.id, code_lookup = excluded.code_lookup, expires_at = excluded.expires_at
    RETURNING expires_at AS "expiresAt"`
  if (row === undefined) throw new Error('keeping a code returned no row')
  return row.expiresAt
}

/** Uses a code up. False when it is used, replaced or over: of two at once one goes on. */
export async function useCode(tx: Transaction, code: Bytes): Promise<boolean> {
  const used = await tx.$executeRaw`
    DELETE FROM association_code WHERE code_lookup = ${code} AND expires_at > now()`
  return used === 1
}
