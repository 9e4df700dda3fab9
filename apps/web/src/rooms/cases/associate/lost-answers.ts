import type { CaseLink, OwnCaseLink } from '@connect/contract/rooms/case-links'
import type { Answer } from '../../../lib/api.ts'
import { createKeyedSend, mayBeDone } from '../../../lib/keyed-send.ts'
import type { AssociationRequest } from './typed-association.ts'

interface Associating {
  readonly post: (body: AssociationRequest, idempotencyKey: string) => Promise<Answer<CaseLink>>
  readonly newKey?: () => string
}

interface Confirming {
  readonly linkId: string
  readonly post: (body: AssociationRequest) => Promise<Answer<CaseLink>>
  readonly fetchLinks: () => Promise<Answer<readonly OwnCaseLink[]>>
}

/** What whoever asked needs to know of what was taken. */
export type Taken = Pick<CaseLink, 'id'>

/**
 * Associates a case. While it is not known whether that was done, the same fields repeat the very same request under the
 * same key: a one-time code that a lost answer used up would not fit a second time.
 */
export function createAssociating({ post, newKey }: Associating) {
  return createKeyedSend({
    post,
    // The solution of the security check is a new one each time, and no part of what is typed.
    contentOf: (request) => ({ ...request, captcha: undefined }),
    newKey,
  })
}

/**
 * Shows again that an association is one's own. While it is not known whether that was done, the next try looks first,
 * and is none where the case is open by now.
 */
export function createConfirming({ linkId, post, fetchLinks }: Confirming) {
  let isUnsure = false

  return async (request: AssociationRequest): Promise<Answer<Taken>> => {
    if (isUnsure) {
      const links = await fetchLinks()
      if (links.refusal) return links
      if (links.data.some(({ id, held }) => id === linkId && !held)) return { data: { id: linkId } }
    }
    const answer = await post(request)
    isUnsure = mayBeDone(answer, isUnsure)
    return answer
  }
}
