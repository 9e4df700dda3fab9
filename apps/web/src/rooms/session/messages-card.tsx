import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { useUnreadMessages } from '../../lib/unread-messages.ts'
import { Card } from '../../ui/card.tsx'
import { sessionCopy } from './session-copy.ts'

/** The way to one's messages, and how many are new. */
export function MessagesCard() {
  const translate = useCopy(sessionCopy)
  const unread = useUnreadMessages()
  return (
    <Card to={paths.messages} icon="message" title={translate('session.home.account.messages')}>
      {unread === undefined ? '\u00a0' : translate('session.home.account.unread', { count: unread })}
    </Card>
  )
}
