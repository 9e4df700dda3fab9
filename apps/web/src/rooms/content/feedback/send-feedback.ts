import type { FeedbackRequest } from '@connect/contract/rooms/content'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Answer, Refusal } from '../../../lib/api.ts'
import type { FeedbackReceipt } from '../content.queries.ts'

/** How an attempt to send a message ended. */
export type FeedbackOutcome =
  | { readonly kind: 'received'; readonly receipt: FeedbackReceipt }
  | { readonly kind: 'mend'; readonly issues: readonly RequestIssue[] }
  /** The security check is due, or due again. */
  | { readonly kind: 'check' }
  | { readonly kind: 'failed'; readonly refusal: Refusal }

interface Surroundings {
  readonly post: (body: FeedbackRequest, idempotencyKey: string) => Promise<Answer<FeedbackReceipt>>
  readonly newKey: () => string
}

interface Attempt {
  readonly key: string
  readonly content: string
  readonly body: FeedbackRequest
}

/**
 * Sends messages. While it is not known whether one arrived, sending the same words again repeats the very same
 * request under the same key, so that a lost reply never stores a message twice.
 */
export function createFeedbackSubmission({ post, newKey }: Surroundings) {
  let undecided: Attempt | undefined

  return async (request: FeedbackRequest, solution?: () => Promise<string>): Promise<FeedbackOutcome> => {
    const content = JSON.stringify(request)
    if (undecided?.content !== content) {
      const captcha = await solution?.().catch(() => undefined)
      if (solution && captcha === undefined) return { kind: 'check' }
      undecided = { key: newKey(), content, body: { ...request, ...(captcha !== undefined && { captcha }) } }
    }
    const answer = await post(undecided.body, undecided.key)
    if (!answer.refusal) {
      undecided = undefined
      return { kind: 'received', receipt: answer.data }
    }
    const { refusal } = answer
    if (mayHaveArrived(refusal)) return { kind: 'failed', refusal }
    undecided = undefined
    const issues = refusal.errors ?? []
    const needsCheck =
      refusal.code === 'captcha.required' || issues.some(({ pointer }) => pointer === '/captcha')
    if (needsCheck) return { kind: 'check' }
    return issues.length > 0 ? { kind: 'mend', issues } : { kind: 'failed', refusal }
  }
}

/** No answer, one on the way, or a fault of the service: the same request may be on record. */
function mayHaveArrived({ status, code }: Refusal): boolean {
  return status === 0 || status >= 500 || code === 'idempotency.in_progress'
}
