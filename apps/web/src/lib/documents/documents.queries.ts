import { answerOf, api, withinReason, type Answer } from '../api.ts'
import type { StoredDocument } from './document-place.ts'

/** How long, in milliseconds, a whole file may take on its way here. */
const downloadPatience = 180_000

/** A file as the service has it now. Asking does not keep the session alive. */
export function fetchDocument(id: string): Promise<Answer<StoredDocument>> {
  const params = { path: { id } }
  return answerOf(api.GET('/api/v1/documents/{id}', { params, cache: 'no-store', signal: withinReason() }))
}

/** Its content as readers see it. */
export function fetchDocumentContent(id: string): Promise<Answer<Blob>> {
  const params = { path: { id } }
  const signal = AbortSignal.timeout(downloadPatience)
  return answerOf(
    api.GET('/api/v1/documents/{id}/content', { params, parseAs: 'blob', cache: 'no-store', signal }),
  )
}

/** Deletes a file that went with nothing yet. */
export function deleteDocument(id: string): Promise<Answer<unknown>> {
  const params = { path: { id } }
  return answerOf(api.DELETE('/api/v1/documents/{id}', { params, signal: withinReason() }))
}
