import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface LinkRow {
  readonly id: string
  readonly linkedAt: Date
}

export interface HeldClientId {
  /** Of a link that is not there yet. */
  readonly id: string
  readonly accountId: string
  readonly integratorId: string
  readonly client: Bytes
}

/**
 * Gives a client ID to an account, or confirms that it has it. Null when another account holds it: of several at once one
 * gets it.
 */
export async function holdClientId(
  tx: Transaction,
  { id, accountId, integratorId, client }: HeldClientId,
): Promise<LinkRow | null> {
  const rows = await tx.$queryRaw<LinkRow[]>`
    INSERT INTO case_link AS link (id, account_id, integrator_id, client_lookup)
    VALUES (${id}::uuid, ${accountId}::uuid, ${integratorId}::uuid, ${client})
    ON CONFLICT (client_lookup, integrator_id) DO UPDATE SET confirmed_at = statement_timestamp() WHERE link.account_id = excluded.account_id
    RETURNING id, linked_at AS "linkedAt"`
  return rows[0] ?? null
}

/** Whose a link is; null when it is not one of the account's. */
export async function findLink(
  tx: Transaction,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<LinkRow | null> {
  const rows = await tx.$queryRaw<LinkRow[]>`
    SELECT id, linked_at AS "linkedAt" FROM case_link WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid`
  return rows[0] ?? null
}

/** Notes that the identifiers were given again. Null when the link is the account's no more. */
export async function confirmLink(
  tx: Transaction,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<LinkRow | null> {
  const rows = await tx.$queryRaw<LinkRow[]>`
    UPDATE case_link SET confirmed_at = statement_timestamp()
    WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid RETURNING id, linked_at AS "linkedAt"`
  return rows[0] ?? null
}

/** Removes an association. False when it is not one of the account's. */
export async function deleteLink(
  tx: Transaction,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<boolean> {
  const { count } = await tx.caseLink.deleteMany({ where: { id, accountId } })
  return count === 1
}

/** Whether the identifiers of an association have to be given again, after a recovery of the password. */
export async function isLinkHeld(
  tx: Transaction,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM case_link l JOIN account a ON a.id = l.account_id
    WHERE l.id = ${id}::uuid AND l.account_id = ${accountId}::uuid AND a.case_held_since > l.confirmed_at`
  return rows.length === 1
}

export interface OwnLinkRow extends LinkRow {
  /** When the identifiers were given last. */
  readonly confirmedAt: Date
  readonly held: boolean
  /** Cases that name the person, the one that was fed last first. */
  readonly caseIds: readonly string[]
  /** Of the first case. */
  readonly memberId: string | null
  readonly summary: Uint8Array | null
  readonly dataKey: Uint8Array | null
  readonly dataKeyVersion: number | null
}

/** The associations of an account, newest first, each with the case in which the person stands now. */
export async function listLinks(
  tx: Transaction,
  accountId: string,
  { before, limit }: Stretch,
): Promise<OwnLinkRow[]> {
  return tx.$queryRaw<OwnLinkRow[]>`
    SELECT l.id, l.linked_at AS "linkedAt", l.confirmed_at AS "confirmedAt", coalesce(a.case_held_since > l.confirmed_at, false) AS held,
           coalesce(named.case_ids, '{}') AS "caseIds", named.member_id AS "memberId",
           c.summary, c.data_key AS "dataKey", c.data_key_version AS "dataKeyVersion"
    FROM case_link l JOIN account a ON a.id = l.account_id
    LEFT JOIN LATERAL (
      SELECT array_agg(k.id ORDER BY k.as_of DESC, k.id DESC)::text[] AS case_ids,
             (array_agg(m.member_id ORDER BY k.as_of DESC, k.id DESC))[1] AS member_id
      FROM case_member m JOIN benefit_case k ON k.id = m.case_id
      WHERE m.client_lookup = l.client_lookup AND k.integrator_id = l.integrator_id AND m.may_associate) named ON true
    LEFT JOIN benefit_case c ON c.id = (named.case_ids)[1]::uuid
    WHERE l.account_id = ${accountId}::uuid AND (${before}::uuid IS NULL OR l.id < ${before}::uuid)
    ORDER BY l.id DESC LIMIT ${limit}`
}
