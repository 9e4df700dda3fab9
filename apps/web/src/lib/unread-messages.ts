import { useEffect, useState } from 'react'
import { answerOf, api, withinReason } from './api.ts'

/** How many messages of the account nobody has read yet; undefined until that is known. */
export function useUnreadMessages(): number | undefined {
  const [unread, setUnread] = useState<number>()
  useEffect(() => {
    let isCurrent = true
    const params = { query: { limit: '1' } }
    const asked = api.GET('/api/v1/account/messages', { params, cache: 'no-store', signal: withinReason() })
    void answerOf(asked).then((answer) => {
      if (isCurrent && !answer.refusal) setUnread(answer.data.unread)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return unread
}
