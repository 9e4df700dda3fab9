import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { sessionCopy } from './session-copy.ts'
import './session.css'

/** For whoever has forgotten password or user ID: what can be done here, whom to call, and what to have at hand. */
export function SignInHelpPage() {
  const translate = useCopy(sessionCopy)
  return (
    <div className="page">
      <div className="measure sign-in-help">
        <BackLink to={paths.signIn}>{translate('session.help.back')}</BackLink>
        <PageHeading>{translate('session.help.heading')}</PageHeading>
        <h2>{translate('session.help.password')}</h2>
        <p>{translate('session.help.password_text')}</p>
        <div className="button-row">
          <LinkButton to={paths.recover.begin}>{translate('session.help.password_action')}</LinkButton>
        </div>
        <h2>{translate('session.help.user_id')}</h2>
        <p>{translate('session.help.user_id_text')}</p>
        <div className="button-row">
          <LinkButton to={paths.recover.userId} variant="secondary">
            {translate('session.help.user_id_action')}
          </LinkButton>
        </div>
        <h2>{translate('session.help.phone')}</h2>
        <p>{translate('session.help.lead')}</p>
        <PhoneHelp lines={['myaccount-support', 'tty']} level={3} />
        <h3>{translate('session.help.ready')}</h3>
        <ul>
          <li>{translate('session.help.ready_name')}</li>
          <li>{translate('session.help.ready_email')}</li>
        </ul>
        <p>{translate('session.help.never')}</p>
      </div>
    </div>
  )
}
