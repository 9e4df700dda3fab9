import { useEffect } from 'react'
import type { AccountMessage } from '@connect/contract/rooms/account-messages'
import { RichText, useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths } from '../../../lib/paths.ts'
import { LoadedView } from '../profile/loaded-view.tsx'
import { OwnPage } from '../profile/own-page.tsx'
import { PagedList } from '../profile/paged-list.tsx'
import { messagesCopy } from './messages-copy.ts'
import { fetchMessages, markRead } from './messages.queries.ts'
import './messages.css'

const fetchFirst = () => fetchMessages(undefined)

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
          <LoadedView fetch={fetchFirst}>
            {(first) =>
              first.items.length === 0 ? (
                <p>{translate('messages.empty')}</p>
              ) : (
                <PagedList first={first} fetchPage={fetchMessages}>
                  {(message) => <Message message={message} />}
                </PagedList>
              )
            }
          </LoadedView>
        </>
      )}
    </OwnPage>
  )
}

function Message({ message: { id, kind, createdAt, readAt } }: { readonly message: AccountMessage }) {
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
      <p>{translate(`messages.text.${kind}`)}</p>
      <p className="entry-note">
        <time dateTime={createdAt}>{momentInWords(createdAt, language)}</time>
      </p>
    </>
  )
}
