import type { paths } from '@connect/client'
import { answerOf, api, fresh, withinReason, type Answer } from '../api.ts'
import type { StoredDocument } from './document-place.ts'

/** How long, in milliseconds, a whole file may take on its way here. */
const downloadPatience = 180_000

type Combination =
  paths['/api/v1/documents/combinations']['post']['requestBody']['content']['application/json']

/** A file as the service has it now. Asking does not keep the session alive. */
export function fetchDocument(id: string): Promise<Answer<StoredDocument>> {
  const params = { path: { id } }
  return answerOf(api.GET('/api/v1/documents/{id}', { params, ...fresh() }))
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

/** Makes one PDF of several photos, which it takes the place of. `kind` is one that the catalogue of changes names. */
export function combinePhotos(
  photos: { readonly documentIds: string[]; readonly kind: string; readonly fileName: string },
  idempotencyKey: string,
): Promise<Answer<StoredDocument>> {
  const params = { header: { 'Idempotency-Key': idempotencyKey } }
  const body = { ...photos, kind: photos.kind as Combination['kind'] }
  return answerOf(api.POST('/api/v1/documents/combinations', { params, body, signal: withinReason() }))
}
