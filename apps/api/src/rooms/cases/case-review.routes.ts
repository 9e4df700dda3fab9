import {
  reviewDecisionRequest,
  reviewPath,
  reviewResponse,
  reviewsQuery,
  reviewsResponse,
} from '@connect/contract/rooms/case-reviews'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contextOf, integratorActor } from '../../kernel/request-context.ts'
import type { CaseReviewService } from './case-review.service.ts'

const decided = { access: 'integrator', scope: 'reviews:decide' } as const

export const caseReviewRoutes: FastifyPluginAsyncZod<{ readonly reviews: CaseReviewService }> = async (
  app,
  { reviews },
) => {
  app.route({
    method: 'GET',
    url: '/agency/reviews',
    config: { operationId: 'listReviews', ...decided, audit: 'case_review.listed' },
    schema: {
      tags: ['cases'],
      summary: 'What asks for a decision',
      description:
        'Oldest first, those that wait unless `status=decided`. A `second_claim` is a client ID that another account holds, a `locked_client_id` one of a case with ten failed tries, a `locked_account` one with ten failed tries or fifty failed sign-ins. `caseRef` and `memberId` are the references of whoever feeds the case.',
      querystring: reviewsQuery,
      response: { 200: reviewsResponse },
    },
    handler: (request) => reviews.list(integratorActor(request), request.query, contextOf(request)),
  })

  app.route({
    method: 'POST',
    url: '/agency/reviews/:id/decision',
    config: {
      operationId: 'decideReview',
      ...decided,
      audit: 'case_review.decided',
      idempotent: true,
      problems: ['resource.not_found', 'case_review.decided'],
    },
    schema: {
      tags: ['cases'],
      summary: 'Decide a review',
      description:
        'A `second_claim` by `keep_holder` or `transfer`, which moves the client ID to the claimant and tells both; the other kinds by `unlock`, which counts from 0, or `keep_locked`.',
      params: reviewPath,
      body: reviewDecisionRequest,
      response: { 200: reviewResponse },
    },
    handler: (request, reply) =>
      reply.once(200, (commit) =>
        reviews.decide(
          commit,
          integratorActor(request),
          { id: request.params.id, decision: request.body.decision },
          contextOf(request),
        ),
      ),
  })
}
