import * as z from 'zod/mini'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf, pageQuery } from '../shared/page.ts'

/** What asks for a person's judgement: nobody is left locked out. */
export const reviewKinds = ['second_claim', 'locked_client_id', 'locked_account'] as const
const reviewKind = z.enum(reviewKinds)
export type ReviewKind = z.infer<typeof reviewKind>

/** How a review of each kind can be decided. */
export const reviewDecisions = {
  /** Whoever holds the client ID keeps it, or it goes to whoever claims it. */
  second_claim: ['keep_holder', 'transfer'],
  locked_client_id: ['unlock', 'keep_locked'],
  locked_account: ['unlock', 'keep_locked'],
} as const satisfies Record<ReviewKind, readonly string[]>

const reviewDecision = z.enum(['keep_holder', 'transfer', 'unlock', 'keep_locked'])
export type ReviewDecision = z.infer<typeof reviewDecision>

const caseReview = z.strictObject({
  id,
  kind: reviewKind,
  createdAt: instant,
  /** Whom it is about, in the references of the system of record; null for a locked account. */
  caseRef: z.nullable(z.string()),
  memberId: z.nullable(z.string()),
  accounts: z.array(
    z.strictObject({ id, userId: z.string(), role: z.enum(['holder', 'claimant', 'locked']) }),
  ),
  decidedAt: z.nullable(instant),
  decision: z.nullable(reviewDecision),
})
export type CaseReview = z.infer<typeof caseReview>

/** `GET /agency/reviews`: oldest first, since they wait; those that are not decided unless asked otherwise. */
export const reviewsQuery = z.strictObject({
  ...pageQuery.shape,
  kind: z.optional(reviewKind),
  status: z.optional(z.enum(['open', 'decided'])),
})
export type ReviewsQuery = z.infer<typeof reviewsQuery>

export const reviewsResponse = pageOf(caseReview)
export type CaseReviews = z.infer<typeof reviewsResponse>

export const reviewPath = z.strictObject({ id })

/** `POST /agency/reviews/{id}/decision` */
export const reviewDecisionRequest = z.strictObject({ decision: reviewDecision })

export const reviewResponse = caseReview
