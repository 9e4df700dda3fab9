import type { CaseLink } from '@connect/contract/rooms/case-links'
import { answerOf, api, withinReason, type Answer } from '../../../lib/api.ts'
import type { AssociationRequest } from './typed-association.ts'

/** Associates a case. With the same key it is done once, and answered as it was then. */
export function postCaseLink(body: AssociationRequest, idempotencyKey: string): Promise<Answer<CaseLink>> {
  const params = { header: { 'Idempotency-Key': idempotencyKey } }
  return answerOf(api.POST('/api/v1/case-links', { body, params, signal: withinReason() }))
}

/** Shows again, after a new password was got with the secret questions, that an association is one's own. */
export function confirmCaseLink(id: string, body: AssociationRequest): Promise<Answer<CaseLink>> {
  const params = { path: { id } }
  return answerOf(api.POST('/api/v1/case-links/{id}/confirmation', { body, params, signal: withinReason() }))
}

/** Removes an association; one that is gone already is `resource.not_found`. */
export function deleteCaseLink(id: string): Promise<Answer<unknown>> {
  const params = { path: { id } }
  return answerOf(api.DELETE('/api/v1/case-links/{id}', { params, signal: withinReason() }))
}
