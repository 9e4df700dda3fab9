import type { Answer } from './api.ts'

interface Surroundings<Body, Data> {
  readonly post: (body: Body, idempotencyKey: string) => Promise<Answer<Data>>
  /** What tells a request from another one; the whole body unless told. */
  readonly contentOf?: (body: Body) => unknown
  readonly newKey?: (() => string) | undefined
}

interface Attempt<Body> {
  readonly content: string
  readonly key: string
  readonly body: Body
}

/**
 * Sends something that must be done once. While it is not known whether it was, the same content repeats the very same
 * request under the same key, so that a lost answer never makes a second one; other content is another request.
 */
export function createKeyedSend<Body, Data>(surroundings: Surroundings<Body, Data>) {
  const { post, contentOf = (body): unknown => body, newKey = () => crypto.randomUUID() } = surroundings
  let undecided: Attempt<Body> | undefined

  return async (body: Body): Promise<Answer<Data>> => {
    const content = JSON.stringify(contentOf(body))
    const before = undecided?.content === content ? undecided : undefined
    const attempt = before ?? { content, key: newKey(), body }
    undecided = attempt
    const answer = await post(attempt.body, attempt.key)
    if (undecided === attempt && !mayBeDone(answer, before !== undefined)) undecided = undefined
    return answer
  }
}

/**
 * Whether something may be done without one's knowing, after this answer. `before`: whether it may have been by an
 * earlier try, of which a refusal to look at what was sent says nothing.
 */
export function mayBeDone({ refusal }: Answer<unknown>, before: boolean): boolean {
  if (!refusal) return false
  const { status, code } = refusal
  if (status === 401 || status === 429) return before
  return status === 0 || status >= 500 || code === 'idempotency.in_progress'
}
