import {
  reviewDecisions,
  type CaseReview,
  type CaseReviews,
  type ReviewDecision,
  type ReviewsQuery,
} from '@connect/contract/rooms/case-reviews'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import type { Notices } from '../../kernel/notices.ts'
import { pageBy } from '../../kernel/paging.ts'
import { invalidField, Problem } from '../../kernel/problem.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { SessionService } from '../session/session.service.ts'
import { clearTries } from './association-counter.store.ts'
import { holdOwner } from './case-owner.store.ts'
import { openAccountReview } from './case-review-opening.store.ts'
import { decideReview, holdReview, listReviews, moveClientId, type ReviewRow } from './case-review.store.ts'

export interface CaseReviewDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly lookup: Lookup
  readonly notices: Notices
  readonly recordAudit: RecordAudit
  readonly session: Pick<SessionService, 'clearCounters'>
}

/** What asks for a person's judgement, so that nobody stays locked out. */
export function createCaseReviewService(dependencies: CaseReviewDependencies) {
  const { db, commit, lookup, notices, recordAudit, session } = dependencies

  return {
    /** Reviews of every case, oldest first; looking at them is audited. */
    async list(
      { tokenId }: IntegratorActor,
      query: ReviewsQuery,
      context: RequestContext,
    ): Promise<CaseReviews> {
      const { kind, status, ...page } = query
      const found = await pageBy(page, (stretch) => listReviews(db, { kind, status, ...stretch }), reviewOf)
      await recordAudit(db, {
        event: 'case_review.listed',
        outcome: 'succeeded',
        actorKind: 'integrator',
        actorId: tokenId,
        requestId: context.requestId,
        details: { kind: kind ?? null, status: status ?? 'open', count: found.items.length },
      })
      return found
    },

    /**
     * Decides a review, once. Throws `resource.not_found`, `case_review.decided`, and 422 for a decision that its kind
     * does not know, or that gives a client ID to an account that is gone.
     */
    async decide(
      inCommit: Commit,
      { tokenId }: IntegratorActor,
      { id, decision }: { readonly id: string; readonly decision: ReviewDecision },
      context: RequestContext,
    ): Promise<CaseReview> {
      return inCommit(async (tx) => {
        const review = await holdReview(tx, id)
        if (review === null) throw new Problem('resource.not_found')
        if (review.decidedAt !== null) throw new Problem('case_review.decided')
        const options = decisionsFor(review)
        if (!options.includes(decision))
          throw invalidField('/decision', 'case_review.wrong_decision', { options: options.join(', ') })
        await carryOut(tx, review, decision)
        const decidedAt = await decideReview(tx, review, decision)
        await recordAudit(tx, {
          event: 'case_review.decided',
          outcome: 'succeeded',
          actorKind: 'integrator',
          actorId: tokenId,
          subjectId: id,
          requestId: context.requestId,
          details: { kind: review.kind, decision },
        })
        return reviewOf({ ...review, decidedAt, decision })
      })
    },

    /** Asks a worker to look at an account that nothing but a worker, an operator or its recovery opens. */
    async lockedAccount(accountId: string): Promise<void> {
      await commit(async (tx) => {
        const subject = lookup('account', accountId)
        const id = await openAccountReview(tx, { id: timeOrderedId(), accountId, subject })
        if (id === null) return
        await recordAudit(tx, {
          event: 'case_review.opened',
          outcome: 'succeeded',
          actorKind: 'system',
          subjectId: id,
          details: { kind: 'locked_account' },
        })
      })
    },
  }

  async function carryOut(tx: Transaction, review: ReviewRow, decision: ReviewDecision): Promise<void> {
    if (decision === 'transfer') await transfer(tx, review)
    if (decision !== 'unlock') return
    if (review.kind === 'locked_client_id') await clearTries(tx, { client: review.subject })
    else {
      await clearTries(tx, { account: review.subject })
      const { claimantUserIdFolded } = review
      if (claimantUserIdFolded !== null) await session.clearCounters(tx, claimantUserIdFolded)
    }
  }

  /** Moves the client ID to whoever claimed it, whose tries count from 0, and tells both. */
  async function transfer(tx: Transaction, { subject, claimantId, integratorId }: ReviewRow): Promise<void> {
    if (claimantId === null || integratorId === null || !(await holdOwner(tx, claimantId)))
      throw new Problem('resource.not_found')
    await clearTries(tx, { account: lookup('account', claimantId), client: subject })
    const move = { id: timeOrderedId(), accountId: claimantId, integratorId, client: subject }
    const holderId = await moveClientId(tx, move)
    if (holderId !== null && holderId !== claimantId)
      await notices.tellAccount(tx, holderId, 'case_link_moved')
    await notices.tellAccount(tx, claimantId, 'case_linked')
  }
}

function decisionsFor({ kind, claimantId }: ReviewRow): readonly ReviewDecision[] {
  if (kind === 'second_claim' && claimantId === null) return ['keep_holder']
  return reviewDecisions[kind]
}

function reviewOf(row: ReviewRow): CaseReview {
  const { id, kind, caseRef, memberId, createdAt, decidedAt, decision } = row
  return {
    id,
    kind,
    createdAt: createdAt.toISOString(),
    caseRef,
    memberId,
    accounts: accountsOf(row),
    decidedAt: decidedAt?.toISOString() ?? null,
    decision,
  }
}

function accountsOf(row: ReviewRow): CaseReview['accounts'] {
  const { kind, holderId, holderUserId, claimantId, claimantUserId } = row
  const claimantRole = kind === 'locked_account' ? 'locked' : 'claimant'
  return [
    ...(holderId === null ? [] : [{ id: holderId, userId: holderUserId ?? '', role: 'holder' as const }]),
    ...(claimantId === null
      ? []
      : [{ id: claimantId, userId: claimantUserId ?? '', role: claimantRole } as const]),
  ]
}

export type CaseReviewService = ReturnType<typeof createCaseReviewService>
