import type { ReviewDecision, ReviewKind, ReviewsQuery } from '@connect/contract/rooms/case-reviews'
import { Prisma } from '@connect/prisma/client'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'
import type { HeldClientId } from './case-link.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface ReviewRow {
  readonly id: string
  readonly kind: ReviewKind
  readonly subject: Bytes
  /** Who feeds the case that it is about. */
  readonly integratorId: string | null
  readonly caseRef: string | null
  readonly memberId: string | null
  readonly createdAt: Date
  readonly decidedAt: Date | null
  readonly decision: ReviewDecision | null
  /** While it waits whoever holds the client ID now, then whoever held it. Accounts that are gone are left out. */
  readonly holderId: string | null
  readonly holderUserId: string | null
  readonly claimantId: string | null
  readonly claimantUserId: string | null
  readonly claimantUserIdFolded: string | null
}

const review = Prisma.sql`
  SELECT r.id, r.kind, r.subject, c.integrator_id AS "integratorId", c.case_ref AS "caseRef", r.member_id AS "memberId", r.created_at AS "createdAt",
         r.decided_at AS "decidedAt", r.decision, holder.id AS "holderId", holder.user_id AS "holderUserId",
         claimant.id AS "claimantId", claimant.user_id AS "claimantUserId", claimant.user_id_folded AS "claimantUserIdFolded"
  FROM case_review r
  LEFT JOIN benefit_case c ON c.id = r.case_id
  LEFT JOIN case_link l ON l.client_lookup = r.subject AND l.integrator_id = c.integrator_id AND r.decided_at IS NULL
  LEFT JOIN account holder ON holder.id = CASE WHEN r.decided_at IS NULL THEN l.account_id ELSE r.holder_account_id END
  LEFT JOIN account claimant ON claimant.id = r.claimant_account_id`

/** Reviews that wait, or that are decided, oldest first. */
export async function listReviews(
  tx: Transaction,
  {
    kind = null,
    status = 'open',
    before,
    limit,
  }: Stretch & { readonly kind?: ReviewsQuery['kind'] | null; readonly status?: ReviewsQuery['status'] },
): Promise<ReviewRow[]> {
  return tx.$queryRaw<ReviewRow[]>`
    ${review}
    WHERE (r.decided_at IS NOT NULL) = ${status === 'decided'}::boolean AND (${kind}::text IS NULL OR r.kind = ${kind})
      AND (${before}::uuid IS NULL OR r.id > ${before}::uuid)
    ORDER BY r.id LIMIT ${limit}`
}

/** A review, which nobody else decides until the transaction ends; null for none. */
export async function holdReview(tx: Transaction, id: string): Promise<ReviewRow | null> {
  const [row] = await tx.$queryRaw<ReviewRow[]>`${review} WHERE r.id = ${id}::uuid FOR UPDATE OF r`
  return row ?? null
}

/** Writes a decision down, and whom it found as the holder; answers when it was made. */
export async function decideReview(
  tx: Transaction,
  { id, holderId }: Pick<ReviewRow, 'id' | 'holderId'>,
  decision: ReviewDecision,
): Promise<Date> {
  const [row] = await tx.$queryRaw<{ decidedAt: Date }[]>`
    UPDATE case_review SET decided_at = now(), decision = ${decision}, holder_account_id = ${holderId}::uuid
    WHERE id = ${id}::uuid RETURNING decided_at AS "decidedAt"`
  if (row === undefined) throw new Error('a review that was held is gone')
  return row.decidedAt
}

/** Gives a client ID to an account, whoever holds it; answers who did. Case data of it are open to the new one. */
export async function moveClientId(
  tx: Transaction,
  { id, accountId, integratorId, client }: HeldClientId,
): Promise<string | null> {
  const [before] = await tx.$queryRaw<{ accountId: string }[]>`
    DELETE FROM case_link WHERE client_lookup = ${client} AND integrator_id = ${integratorId}::uuid
    RETURNING account_id AS "accountId"`
  await tx.$executeRaw`
    INSERT INTO case_link (id, account_id, integrator_id, client_lookup)
    VALUES (${id}::uuid, ${accountId}::uuid, ${integratorId}::uuid, ${client})
    ON CONFLICT (client_lookup, integrator_id) DO UPDATE
      SET id = excluded.id, account_id = excluded.account_id, linked_at = excluded.linked_at, confirmed_at = excluded.confirmed_at`
  return before?.accountId ?? null
}

/** Decides what an account claimed and now holds, since nobody held it any more; answers the ids. */
export async function settleClaim(
  tx: Transaction,
  { accountId, integratorId, client }: Omit<HeldClientId, 'id'>,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE case_review r SET decided_at = now(), decision = 'transfer', holder_account_id = NULL
    FROM benefit_case c
    WHERE r.kind = 'second_claim' AND r.subject = ${client} AND r.claimant_account_id = ${accountId}::uuid
      AND r.decided_at IS NULL AND c.id = r.case_id AND c.integrator_id = ${integratorId}::uuid
    RETURNING r.id`
  return rows.map(({ id }) => id)
}

/** Decides what waits as opened by an operator; answers how many there were. */
export async function settleReviews(
  tx: Transaction,
  { kind, subject }: { readonly kind: ReviewKind; readonly subject: Bytes },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE case_review SET decided_at = now(), decision = 'unlock'
    WHERE kind = ${kind} AND subject = ${subject} AND decided_at IS NULL`
}
