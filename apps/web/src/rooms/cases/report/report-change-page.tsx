import type english from '../copy/report/en.json'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useContactLines } from '../../../lib/contact/use-contact-lines.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { reportCopy } from './report-copy.ts'
import '../cases.css'

/** The changes that must be told, as the Department's guide groups them. */
const groups = [
  {
    id: 'money',
    changes: ['job', 'unemployment', 'social_security', 'child_support', 'other_income'],
  },
  {
    id: 'home',
    changes: ['moves_in', 'move', 'marry', 'pregnant', 'treatment'],
  },
  {
    id: 'other',
    changes: ['inheritance', 'bank', 'vehicle', 'school', 'something_else'],
  },
] as const

/** Says what must be reported by when, and how: until it can be done here. */
export function ReportChangePage() {
  const translate = useCopy(reportCopy)
  return (
    <OwnPage heading={translate('report.heading')} back="my_account" lines={['client-information', 'tty']}>
      {() => (
        <>
          <p>
            <strong>{translate('report.lead')}</strong> {translate('report.lead.example')}
          </p>
          <Alert kind="information" title={translate('report.soon')}>
            <p>{translate('report.soon.text')}</p>
          </Alert>
          <Ways />
          <section className="case-part">
            <h2>{translate('report.which')}</h2>
            {groups.map(({ id, changes }) => (
              <Group key={id} id={id} changes={changes} />
            ))}
          </section>
        </>
      )}
    </OwnPage>
  )
}

type ReportId = keyof typeof english
type Change = (typeof groups)[number]['changes'][number]

interface GroupProps {
  readonly id: (typeof groups)[number]['id']
  readonly changes: readonly Change[]
}

function Group({ id, changes }: GroupProps) {
  const translate = useCopy(reportCopy)
  const key = (change: Change): ReportId => `report.change.${change}`
  return (
    <>
      <h3>{translate(`report.group.${id}`)}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change}>{translate(key(change))}</li>
        ))}
      </ul>
    </>
  )
}

/** How it is done today, and what we have to be told. */
function Ways() {
  const translate = useCopy(reportCopy)
  const address = useContactLines().items.find(({ id }) => id === 'mail')?.address ?? []
  return (
    <section className="case-part">
      <h2>{translate('report.how')}</h2>
      <dl className="ways">
        <dt>{translate('report.phone')}</dt>
        <dd>{translate('report.phone.text')}</dd>
        <dt>{translate('report.mail')}</dt>
        <dd>
          {translate('report.mail.text')}
          <address className="case-address">
            {address.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
        </dd>
        <dt>{translate('report.person')}</dt>
        <dd>
          {translate('report.person.text')} <Link to={paths.offices}>{translate('report.person.link')}</Link>
        </dd>
      </dl>
      <h3>{translate('report.tell')}</h3>
      <ul>
        <li>{translate('report.tell.who')}</li>
        <li>{translate('report.tell.what')}</li>
        <li>{translate('report.tell.proof')}</li>
      </ul>
      <p>{translate('report.note')}</p>
    </section>
  )
}
