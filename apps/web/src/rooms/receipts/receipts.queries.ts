import type { ListedReceipt, Verification } from '@connect/contract/rooms/receipts'
import { answerOf, api, fresh, withinReason, type Answer, type Page } from '../../lib/api.ts'

/** One's own receipts, newest first. */
export function fetchReceipts(cursor?: string): Promise<Answer<Page<ListedReceipt>>> {
  const query = cursor === undefined ? {} : { cursor }
  return answerOf(api.GET('/api/v1/receipts', { params: { query }, ...fresh() }))
}

/** A receipt as a file, byte for byte as it is signed. */
export function fetchReceiptFile(
  id: string,
  mediaType: 'application/json' | 'application/pdf',
): Promise<Answer<Blob>> {
  const headers = { accept: mediaType }
  return answerOf(
    api.GET('/api/v1/receipts/{id}', { params: { path: { id } }, headers, parseAs: 'blob', ...fresh() }),
  )
}

/** Has the service judge what a QR code holds. */
export function verifyCode(code: string): Promise<Answer<Verification>> {
  return answerOf(api.POST('/api/v1/receipts/verification', { body: { code }, signal: withinReason() }))
}

/** Has the service judge a file, whose bytes go there as they are. */
export function verifyFile(
  file: Blob,
  mediaType: 'application/json' | 'application/pdf',
): Promise<Answer<Verification>> {
  return answerOf(
    api.POST('/api/v1/receipts/verification', {
      body: '',
      bodySerializer: () => file,
      headers: { 'content-type': mediaType },
      signal: withinReason(),
    }),
  )
}
