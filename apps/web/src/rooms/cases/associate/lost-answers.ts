import type { CaseLink, OwnCaseLink } from '@connect/contract/rooms/case-links'
import type { Answer, Refusal } from '../../../lib/api.ts'
import type { AssociationRequest } from './typed-association.ts'

interface Associating {
  readonly post: (body: AssociationRequest, idempotencyKey: string) => Promise<Answer<CaseLink>>
  readonly newKey: () => string
}

interface Confirming {
  readonly linkId: string
  readonly post: (body: AssociationRequest) => Promise<Answer<CaseLink>>
  readonly fetchLinks: () => Promise<Answer<readonly OwnCaseLink[]>>
}

/** What whoever asked needs to know of what was taken. */
export type Taken = Pick<CaseLink, 'id'>

interface Attempt {
  readonly key: string
  readonly typed: string
  readonly body: AssociationRequest
}

/**
 * Associates a case. While it is not known whether that was done, the same fields repeat the very same request under the
 * same key: a one-time code that a lost answer used up would not fit a second time.
 */
export function createAssociating({ post, newKey }: Associating) {
  let undecided: Attempt | undefined

  return async (request: AssociationRequest): Promise<Answer<Taken>> => {
    // The solution of the security check is a new one each time, and no part of what is typed.
    const typed = JSON.stringify({ ...request, captcha: undefined })
    if (undecided?.typed !== typed) undecided = { key: newKey(), typed, body: request }
    const answer = await post(undecided.body, undecided.key)
    if (!answer.refusal || !leavesOpen(answer.refusal)) undecided = undefined
    return answer
  }
}

/**
 * Shows again that an association is one's own. While it is not known whether that was done, the next try looks first,
 * and is none where the case is open by now.
 */
export function createConfirming({ linkId, post, fetchLinks }: Confirming) {
  let mayBeDone = false

  return async (request: AssociationRequest): Promise<Answer<Taken>> => {
    if (mayBeDone) {
      const links = await fetchLinks()
      if (links.refusal) return links
      if (links.data.some(({ id, held }) => id === linkId && !held)) return { data: { id: linkId } }
    }
    const answer = await post(request)
    mayBeDone = answer.refusal !== undefined && leavesOpen(answer.refusal)
    return answer
  }
}

/** No answer, a fault of the service, or a refusal that says nothing of what was sent: an earlier try may be done. */
function leavesOpen({ status, code }: Refusal): boolean {
  return (
    status === 0 || status >= 500 || status === 401 || status === 429 || code === 'idempotency.in_progress'
  )
}
