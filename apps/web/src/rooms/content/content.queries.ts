import type { FeedbackRequest } from '@connect/contract/rooms/content'
import { answerOf, api, withinReason, type Answer } from '../../lib/api.ts'
import { createContentStore } from './content-store.ts'

export const contactLines = createContentStore(() =>
  dataOf(answerOf(api.GET('/api/v1/contact-lines', { signal: withinReason() }))),
)

export const forms = createContentStore(() =>
  dataOf(answerOf(api.GET('/api/v1/forms', { signal: withinReason() }))),
)

export const offices = createContentStore(() =>
  dataOf(answerOf(api.GET('/api/v1/offices', { signal: withinReason() }))),
)

/** What the service says when it has stored a message. */
export interface FeedbackReceipt {
  readonly id: string
  /** RFC 3339. */
  readonly receivedAt: string
}

/** Sends a message about the portal, under a key by which the service knows it again. */
export function postFeedback(
  body: FeedbackRequest,
  idempotencyKey: string,
): Promise<Answer<FeedbackReceipt>> {
  const { email, captcha, ...required } = body
  return answerOf(
    api.POST('/api/v1/feedback', {
      body: { ...required, ...(email !== undefined && { email }), ...(captcha !== undefined && { captcha }) },
      params: { header: { 'Idempotency-Key': idempotencyKey } },
      signal: withinReason(),
    }),
  )
}

async function dataOf<Data>(call: Promise<Answer<Data>>): Promise<Data | undefined> {
  const answer = await call
  return answer.refusal ? undefined : answer.data
}
