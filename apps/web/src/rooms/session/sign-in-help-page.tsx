import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { sessionCopy } from './session-copy.ts'
import './session.css'

/** For whoever has forgotten password or user ID: whom to call, and what to have at hand. */
export function SignInHelpPage() {
  const translate = useCopy(sessionCopy)
  return (
    <div className="page">
      <div className="measure sign-in-help">
        <BackLink to={paths.signIn}>{translate('session.help.back')}</BackLink>
        <PageHeading>{translate('session.help.heading')}</PageHeading>
        <p>{translate('session.help.lead')}</p>
        <PhoneHelp lines={['myaccount-support', 'tty']} />
        <h2>{translate('session.help.ready')}</h2>
        <ul>
          <li>{translate('session.help.ready_name')}</li>
          <li>{translate('session.help.ready_email')}</li>
        </ul>
        <p>{translate('session.help.never')}</p>
      </div>
    </div>
  )
}
