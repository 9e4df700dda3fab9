import type { Receipt } from '@connect/contract/rooms/receipts'
import { answerOf, api, fresh, type Answer } from './api.ts'

/** One of one's own receipts. */
export async function fetchReceipt(id: string): Promise<Answer<Receipt>> {
  const answer = await answerOf(api.GET('/api/v1/receipts/{id}', { params: { path: { id } }, ...fresh() }))
  // The PDF comes only to whoever asks for it.
  return answer.refusal ? answer : { data: answer.data as Receipt }
}
