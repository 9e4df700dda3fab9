import type { FeedbackRequest } from '@connect/contract/rooms/content'
import type { Answer, Refusal } from '../../../lib/api.ts'
import { checkIsMissing } from '../../../lib/captcha/checked-send.ts'
import type { FeedbackReceipt } from '../content.queries.ts'

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

  return async (
    request: FeedbackRequest,
    solution?: () => Promise<string>,
  ): Promise<Answer<FeedbackReceipt>> => {
    const content = JSON.stringify(request)
    if (undecided?.content !== content) {
      const captcha = await solution?.().catch(() => undefined)
      if (solution && captcha === undefined) return { refusal: { ...checkIsMissing } }
      undecided = { key: newKey(), content, body: { ...request, ...(captcha !== undefined && { captcha }) } }
    }
    const answer = await post(undecided.body, undecided.key)
    if (!answer.refusal || !mayHaveArrived(answer.refusal)) undecided = undefined
    return answer
  }
}

/** No answer, one on the way, or a fault of the service: the same request may be on record. */
function mayHaveArrived({ status, code }: Refusal): boolean {
  return status === 0 || status >= 500 || code === 'idempotency.in_progress'
}
