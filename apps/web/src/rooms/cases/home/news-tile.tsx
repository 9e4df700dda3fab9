import type { CaseNotices } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { casePaths, paths } from '../../../lib/paths.ts'
import { LetterTitle } from '../letter-title.tsx'
import { myAccountCopy } from './my-account-copy.ts'
import { Tile } from './tile.tsx'

interface NewsTileProps {
  readonly caseId: string
  readonly letters: CaseNotices
  readonly level: 2 | 3
  readonly unreadMessages: number | undefined
}

/** How many letters are named. */
const most = 3

/** What is new? */
export function NewsTile({ caseId, letters, level, unreadMessages = 0 }: NewsTileProps) {
  const translate = useCopy(myAccountCopy)
  const { unread } = letters
  const newest = letters.items.filter(({ readAt }) => readAt === null).slice(0, most)
  return (
    <Tile title={translate('my_account.news.heading')} icon="mail" level={level}>
      {unread === 0 && unreadMessages === 0 && <p>{translate('my_account.news.none')}</p>}
      {unread > 0 && (
        <>
          <p className="tile-answer">{translate('my_account.news.letters', { count: unread })}</p>
          <ul className="tile-links">
            {newest.map((notice) => (
              <li key={notice.id}>
                <Link className="tile-link" to={casePaths.letter(caseId, notice.id)}>
                  <LetterTitle title={notice.title} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {unreadMessages > 0 && (
        <p>
          <Link className="tile-link" to={paths.messages}>
            {translate('my_account.account.unread', { count: unreadMessages })}
          </Link>
        </p>
      )}
      <Link className="tile-link" to={casePaths.letters(caseId)}>
        {translate('my_account.news.all')}
      </Link>
    </Tile>
  )
}
