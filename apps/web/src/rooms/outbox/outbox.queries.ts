import type { Outbox } from '@connect/contract/rooms/outbox'
import { answerOf, api, fresh, type Answer } from '../../lib/api.ts'

/** As many as one page shows. */
export const shownAtMost = 50

/** E-mails that were not sent, newest first; `resource.not_found` where this is no demonstration. */
export function fetchOutbox(): Promise<Answer<Outbox>> {
  const params = { query: { limit: String(shownAtMost) } }
  return answerOf(api.GET('/api/v1/demo/outbox', { params, ...fresh() }))
}
