import { useEffect } from 'react'
import type { AccountMessage } from '@connect/contract/rooms/account-messages'
import { RichText, useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { LoadedList } from '../../../lib/own-pages/loaded-list.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths, reportPaths } from '../../../lib/paths.ts'
import { messagesCopy } from './messages-copy.ts'
import { fetchMessages, markRead } from './messages.queries.ts'
import './messages.css'

/** What the portal has told the owner, newest first. Whatever is shown here counts as read from then on. */
export function MessagesPage() {
  const translate = useCopy(messagesCopy)
  return (
    <OwnPage heading={translate('messages.heading')} back="my_account">
      {() => (
        <>
          <p>{translate('messages.intro')}</p>
          <p>
            <RichText
              copy={messagesCopy}
              id="messages.not_you"
              components={{ link: <Link to={paths.password} /> }}
            />
          </p>
          <LoadedList fetchPage={fetchMessages} empty={translate('messages.empty')}>
            {(message) => <Message message={message} />}
          </LoadedList>
        </>
      )}
    </OwnPage>
  )
}

function Message({ message: { id, kind, about, createdAt, readAt } }: { readonly message: AccountMessage }) {
  const translate = useCopy(messagesCopy)
  const language = useLanguage()
  const isNew = readAt === null
  // It stays marked as new while this page is open, so that one sees which ones came.
  useEffect(() => {
    if (isNew) void markRead(id)
  }, [id, isNew])
  return (
    <>
      <p className="entry-title">
        {isNew && <span className="new-message">{translate('messages.new')}</span>}{' '}
        {translate(`messages.kind.${kind}`)}
      </p>
      {about.reason !== null && <p>{translate(`messages.reason.${about.reason}`)}</p>}
      <p>{translate(`messages.text.${kind}`)}</p>
      {about.reportId !== null && (
        <p>
          <Link to={reportPaths.report(about.reportId)}>{translate('messages.open_report')}</Link>
        </p>
      )}
      <p className="entry-note">
        <time dateTime={createdAt}>{momentInWords(createdAt, language)}</time>
      </p>
    </>
  )
}
