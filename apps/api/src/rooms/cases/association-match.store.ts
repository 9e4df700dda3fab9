import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What somebody shows, as look-ups: the whole triple, or client ID and birth year with a one-time code. */
export type Proof =
  | { readonly kind: 'digits'; readonly triple: Bytes }
  | { readonly kind: 'code'; readonly pair: Bytes; readonly code: Bytes }

/** Whom a proof fits, in the case that was fed last, and whose account holds the client ID. */
export interface Match {
  readonly caseId: string
  readonly memberId: string
  /** Who feeds the case: a client ID is one of theirs. */
  readonly integratorId: string
  readonly linkId: string | null
  readonly holderId: string | null
}

/** Fits nobody where a statement wants a look-up: the work is the same. */
const nothing = new Uint8Array(32)

/** Whom a proof fits; null for nobody, and after the same statement where nothing may be compared. */
export async function findMatch(tx: Transaction, proof: Proof, mayCompare: boolean): Promise<Match | null> {
  if (proof.kind === 'code') return findByCode(tx, mayCompare ? proof : { ...proof, code: nothing })
  const rows = await tx.$queryRaw<Match[]>`
    SELECT m.case_id AS "caseId", m.member_id AS "memberId", c.integrator_id AS "integratorId", l.id AS "linkId", l.account_id AS "holderId"
    FROM case_member m JOIN benefit_case c ON c.id = m.case_id
    LEFT JOIN case_link l ON l.client_lookup = m.client_lookup AND l.integrator_id = c.integrator_id
    WHERE m.triple_lookup = ${mayCompare ? proof.triple : nothing} AND m.may_associate
    ORDER BY c.as_of DESC, c.id DESC LIMIT 1`
  return rows[0] ?? null
}

async function findByCode(
  tx: Transaction,
  { pair, code }: Extract<Proof, { kind: 'code' }>,
): Promise<Match | null> {
  const rows = await tx.$queryRaw<Match[]>`
    SELECT m.case_id AS "caseId", m.member_id AS "memberId", c.integrator_id AS "integratorId", l.id AS "linkId", l.account_id AS "holderId"
    FROM association_code k
    JOIN case_member m ON m.case_id = k.case_id AND m.member_id = k.member_id
    JOIN benefit_case c ON c.id = k.case_id
    LEFT JOIN case_link l ON l.client_lookup = m.client_lookup AND l.integrator_id = c.integrator_id
    WHERE k.code_lookup = ${code} AND k.expires_at > now() AND m.pair_lookup = ${pair} AND m.may_associate`
  return rows[0] ?? null
}
