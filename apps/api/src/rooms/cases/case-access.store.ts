/**
 * The client ID by which an account ($1) may look into a case ($2), if there is any: the link is joined to what was fed
 * last, so that a case which no longer names the person is not theirs any more. `held` since a recovery after which the
 * identifiers were not given again; who holds several client IDs of one case is the one of them that is not held.
 */
export const ownCase = `
  SELECT m.member_id AS "memberId", coalesce(a.case_held_since > l.confirmed_at, false) AS held
  FROM account a
  JOIN case_link l ON l.account_id = a.id
  JOIN case_member m ON m.client_lookup = l.client_lookup AND m.may_associate
  JOIN benefit_case k ON k.id = m.case_id AND k.integrator_id = l.integrator_id
  WHERE a.id = $1 AND m.case_id = $2
  ORDER BY held, l.linked_at, l.id
  LIMIT 1`

/** How somebody stands to a case that is theirs. */
export interface OwnCaseRow {
  /** Who of the case they are. */
  readonly memberId: string
  /** Whether case data stay closed. */
  readonly held: boolean
}

/** Whose case is asked for. */
export interface OwnCaseKey {
  readonly accountId: string
  readonly caseId: string
}
