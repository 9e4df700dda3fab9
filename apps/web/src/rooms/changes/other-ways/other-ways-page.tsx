import { useContactLines } from '../../../lib/contact/use-contact-lines.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { otherWaysCopy } from './other-ways-copy.ts'

/** How to report a change by phone, by mail or in person, and what to tell. */
export function OtherWaysPage() {
  const translate = useCopy(otherWaysCopy)
  const address = useContactLines().items.find(({ id }) => id === 'mail')?.address ?? []
  return (
    <OwnPage
      heading={translate('other_ways.heading')}
      back={{ to: paths.reportChange, words: translate('other_ways.back') }}
      lines={['client-information', 'tty']}
    >
      {() => (
        <>
          <p>{translate('other_ways.lead')}</p>
          <h2>{translate('other_ways.phone')}</h2>
          <p>{translate('other_ways.phone.text')}</p>
          <h2>{translate('other_ways.mail')}</h2>
          <p>{translate('other_ways.mail.text')}</p>
          <address className="case-address">
            {address.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
          <h2>{translate('other_ways.person')}</h2>
          <p>
            {translate('other_ways.person.text')}{' '}
            <Link to={paths.offices}>{translate('other_ways.person.link')}</Link>
          </p>
          <h2>{translate('other_ways.tell')}</h2>
          <ul>
            <li>{translate('other_ways.tell.who')}</li>
            <li>{translate('other_ways.tell.what')}</li>
            <li>{translate('other_ways.tell.proof')}</li>
          </ul>
          <p>{translate('other_ways.note')}</p>
        </>
      )}
    </OwnPage>
  )
}
