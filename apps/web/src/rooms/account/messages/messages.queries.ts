import type { AccountMessages } from '@connect/contract/rooms/account-messages'
import { answerOf, api, fresh, withinReason, type Answer } from '../../../lib/api.ts'

/** A page of one's messages, newest first. */
export function fetchMessages(cursor: string | undefined): Promise<Answer<AccountMessages>> {
  const params = { query: { ...(cursor !== undefined && { cursor }) } }
  return answerOf(api.GET('/api/v1/account/messages', { params, ...fresh() }))
}

/** Marks a message as read. Nobody is told when it fails: the next visit does it again. */
export async function markRead(id: string): Promise<void> {
  const params = { path: { id } }
  await answerOf(
    api.PATCH('/api/v1/account/messages/{id}', { params, body: { read: true }, signal: withinReason() }),
  )
}
