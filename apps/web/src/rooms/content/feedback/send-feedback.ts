import type { FeedbackRequest } from '@connect/contract/rooms/content'
import type { Answer } from '../../../lib/api.ts'
import { checkIsMissing } from '../../../lib/captcha/checked-send.ts'
import { createKeyedSend } from '../../../lib/keyed-send.ts'
import type { FeedbackReceipt } from '../content.queries.ts'

interface Surroundings {
  readonly post: (body: FeedbackRequest, idempotencyKey: string) => Promise<Answer<FeedbackReceipt>>
  readonly newKey?: () => string
}

/** Solves the security check. */
type Solve = () => Promise<string>

interface Message {
  readonly request: FeedbackRequest
  /** Solves once: what repeats a request repeats its solution. Undefined while no check is due. */
  readonly solve: Solve | undefined
}

/**
 * Sends messages. While it is not known whether one arrived, sending the same words again repeats the very same
 * request under the same key, so that a lost reply never stores a message twice.
 */
export function createFeedbackSubmission({ post, newKey }: Surroundings) {
  const send = createKeyedSend({
    contentOf: ({ request }: Message) => request,
    post: async ({ request, solve }, key) => {
      const captcha = await solve?.().catch(() => undefined)
      if (solve && captcha === undefined) return { refusal: { ...checkIsMissing } }
      return post({ ...request, ...(captcha !== undefined && { captcha }) }, key)
    },
    newKey,
  })
  return (request: FeedbackRequest, solution?: Solve) => send({ request, solve: solution && once(solution) })
}

function once(solve: Solve): Solve {
  let solved: Promise<string> | undefined
  return () => (solved ??= solve())
}
