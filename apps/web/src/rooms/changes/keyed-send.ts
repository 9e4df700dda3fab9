import type { Answer, Refusal } from '../../lib/api.ts'

interface Surroundings<Body, Data> {
  readonly post: (body: Body, idempotencyKey: string) => Promise<Answer<Data>>
  readonly newKey: () => string
}

/**
 * Sends something that must be done once. While it is not known whether it was, the same body goes out under the same
 * key, so that a lost answer never makes a second one; another body is another request.
 */
export function createKeyedSend<Body, Data>({ post, newKey }: Surroundings<Body, Data>) {
  let undecided: { readonly content: string; readonly key: string } | undefined

  return async (body: Body): Promise<Answer<Data>> => {
    const content = JSON.stringify(body)
    const attempt = undecided?.content === content ? undecided : { content, key: newKey() }
    undecided = attempt
    const answer = await post(body, attempt.key)
    if (undecided === attempt && !(answer.refusal && leavesOpen(answer.refusal))) undecided = undefined
    return answer
  }
}

/** No answer, a fault of the service, or a refusal that says nothing of what was sent: an earlier try may be done. */
function leavesOpen({ status, code }: Refusal): boolean {
  return (
    status === 0 || status >= 500 || status === 401 || status === 429 || code === 'idempotency.in_progress'
  )
}
