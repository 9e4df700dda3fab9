import { activityTexts } from '@connect/contract/rooms/account-activity-words'
import type { ActivityItem } from '@connect/contract/rooms/account-profile'
import { deviceText } from '@connect/contract/shared/device-words'
import { RichText, useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { LoadedList } from '../../../lib/own-pages/loaded-list.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { profileCopy } from './profile-copy.ts'
import { fetchActivity } from './profile.queries.ts'

/** What happened in the account: when, what, on which device, and from where. */
export function ActivityPage() {
  const translate = useCopy(profileCopy)
  return (
    <OwnPage heading={translate('profile.activity.heading')}>
      {() => (
        <>
          <p>{translate('profile.activity.intro')}</p>
          <p>
            <RichText
              copy={profileCopy}
              id="profile.activity.not_you"
              components={{ link: <Link to={paths.password} /> }}
            />
          </p>
          <LoadedList fetchPage={fetchActivity} empty={translate('profile.activity.empty')}>
            {(item) => <Entry item={item} />}
          </LoadedList>
        </>
      )}
    </OwnPage>
  )
}

function Entry({ item: { event, occurredAt, device, place } }: { readonly item: ActivityItem }) {
  const translate = useCopy(profileCopy)
  const language = useLanguage()
  return (
    <>
      <p className="entry-title">{activityTexts[event][language]}</p>
      <p>
        <time dateTime={occurredAt}>{momentInWords(occurredAt, language)}</time>
      </p>
      <p className="entry-note">{deviceText(device, language)}</p>
      {place !== 'unknown' && <p className="entry-note">{translate(`profile.place.${place}`)}</p>}
    </>
  )
}
