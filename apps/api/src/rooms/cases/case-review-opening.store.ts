import { associationLimits } from '@connect/contract/rooms/case-links'
import type { ReviewKind } from '@connect/contract/rooms/case-reviews'
import { Prisma } from '@connect/prisma/client'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'
import type { Match } from './association-match.store.ts'
import type { TrySubjects } from './association-counter.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Whom a proof fits, although another account holds the client ID. */
export interface ClaimedMatch extends Match {
  readonly holderId: string
}

/** What a failed try tells of. */
export interface FailedTry {
  readonly accountId: string
  readonly subjects: TrySubjects
  readonly claimed: ClaimedMatch | null
  /** Failures in all. */
  readonly totals: { readonly account: number; readonly client: number }
  /** Ids for those that are opened: time passes with them. */
  readonly ids: readonly [string, string, string]
}

/** How long a worker's word that nothing changes is not asked for again, in days. */
const settledDays = 30

/** Nothing of what is `asked` waits already or was settled a short time ago. */
const isNew = Prisma.sql`
  NOT EXISTS (
    SELECT FROM case_review r
    WHERE r.kind = asked.kind AND r.subject = asked.subject AND r.claimant_account_id IS NOT DISTINCT FROM asked.claimant
      AND (r.decided_at IS NULL
           OR (r.decision IN ('keep_holder', 'keep_locked') AND r.decided_at > now() - make_interval(days => ${settledDays}::int))))`

/**
 * Of several that ask about an account at once, signing in or associating, the first one asks. A statement of its own:
 * the next one has to see what the first one wrote.
 */
async function waitForTurn(tx: Transaction, account: Bytes): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM pg_advisory_xact_lock(hashtextextended('connect.case_review.' || encode(${account}::bytea, 'hex'), 0))`
}

/**
 * Asks a worker for what a failed try needs a worker for, in one statement whatever that is: a second claim on a client
 * ID, a client ID of a case at its limit, an account at its limit. Each once while it waits.
 */
export async function openReviews(
  tx: Transaction,
  { accountId, subjects, claimed, totals, ids }: FailedTry,
): Promise<{ id: string; kind: ReviewKind }[]> {
  const { account, client } = subjects
  await waitForTurn(tx, account)
  return tx.$queryRaw<{ id: string; kind: ReviewKind }[]>`
    INSERT INTO case_review (id, kind, subject, case_id, member_id, holder_account_id, claimant_account_id)
    SELECT asked.* FROM (
      SELECT ${ids[0]}::uuid AS id, 'second_claim' AS kind, ${client}::bytea AS subject, ${claimed?.caseId ?? null}::uuid AS case_id,
             ${claimed?.memberId ?? null}::text AS member_id, ${claimed?.holderId ?? null}::uuid AS holder, ${accountId}::uuid AS claimant
       WHERE ${claimed !== null}::boolean
      UNION ALL
      (SELECT ${ids[1]}::uuid, 'locked_client_id', ${client}::bytea, m.case_id, m.member_id, l.account_id, NULL
       FROM case_member m JOIN benefit_case c ON c.id = m.case_id
       LEFT JOIN case_link l ON l.client_lookup = m.client_lookup AND l.integrator_id = c.integrator_id
       WHERE m.client_lookup = ${client} AND m.may_associate AND ${totals.client}::int >= ${associationLimits.inAll}::int
       ORDER BY c.as_of DESC, c.id DESC LIMIT 1)
      UNION ALL
      SELECT ${ids[2]}::uuid, 'locked_account', ${account}::bytea, NULL, NULL, NULL, ${accountId}::uuid
       WHERE ${totals.account}::int >= ${associationLimits.inAll}::int
    ) AS asked
    WHERE ${isNew}
    RETURNING id, kind`
}

/** Asks a worker to look at a locked account; null where that is no news, or the account is gone. */
export async function openAccountReview(
  tx: Transaction,
  { id, accountId, subject }: { readonly id: string; readonly accountId: string; readonly subject: Bytes },
): Promise<string | null> {
  await waitForTurn(tx, subject)
  const [opened] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO case_review (id, kind, subject, claimant_account_id)
    SELECT asked.* FROM (
      SELECT ${id}::uuid AS id, 'locked_account' AS kind, ${subject}::bytea AS subject, a.id AS claimant
      FROM account a WHERE a.id = ${accountId}::uuid
    ) AS asked
    WHERE ${isNew}
    RETURNING id`
  return opened?.id ?? null
}
