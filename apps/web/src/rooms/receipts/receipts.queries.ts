import type { ListedReceipt, Receipt, Verification } from '@connect/contract/rooms/receipts'
import { answerOf, api, withinReason, type Answer, type Page } from '../../lib/api.ts'

const fresh = () => ({ cache: 'no-store', signal: withinReason() }) as const

/** One's own receipts, newest first. */
export function fetchReceipts(cursor?: string): Promise<Answer<Page<ListedReceipt>>> {
  const query = cursor === undefined ? {} : { cursor }
  return answerOf(api.GET('/api/v1/receipts', { params: { query }, ...fresh() }))
}

export async function fetchReceipt(id: string): Promise<Answer<Receipt>> {
  const answer = await answerOf(api.GET('/api/v1/receipts/{id}', { params: { path: { id } }, ...fresh() }))
  // The PDF comes only to whoever asks for it.
  return answer.refusal ? answer : { data: answer.data as Receipt }
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
