import { Link } from '../../lib/navigation/link.tsx'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { RequireSession } from '../../lib/require-session.tsx'
import { Alert } from '../../ui/alert.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { sessionCopy } from './session-copy.ts'

/** Says honestly that associating a case is being built, what it will do, and how to get on today. */
export function AssociateCasePage() {
  return <RequireSession>{() => <AssociateCase />}</RequireSession>
}

function AssociateCase() {
  const translate = useCopy(sessionCopy)
  return (
    <div className="page">
      <div className="measure">
        <BackLink to={paths.myAccount}>{translate('session.case.back')}</BackLink>
        <PageHeading>{translate('session.case.heading')}</PageHeading>
        <Alert kind="information">
          <p>{translate('session.case.soon')}</p>
        </Alert>
        <h2>{translate('session.case.what')}</h2>
        <p>{translate('session.case.what_text')}</p>
        <h2>{translate('session.case.need')}</h2>
        <ul>
          <li>{translate('session.case.need_client_id')}</li>
          <li>{translate('session.case.need_birth_year')}</li>
          <li>{translate('session.case.need_ssn')}</li>
        </ul>
        <h2>{translate('session.case.today')}</h2>
        <p>
          {translate('session.case.today_text')}{' '}
          <Link to={paths.offices}>{translate('session.case.offices')}</Link>
        </p>
        <PhoneHelp lines={['client-information', 'tty']} />
      </div>
    </div>
  )
}
