import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Navigate } from '../../lib/navigation/link.tsx'
import { usePlace } from '../../lib/navigation/navigation.tsx'
import { paths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { recoveryCopy } from './recovery-copy.ts'

/** What the last step hands over, in the history entry: nothing of whom. */
export interface DoneState {
  readonly recovered: true
}

/** The confirmation, once the service has said so. */
export function DonePage() {
  const translate = useCopy(recoveryCopy)
  if (!isDone(usePlace().state)) return <Navigate to={paths.recover.begin} replace />
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('recovery.done.heading')}</PageHeading>
        <Alert kind="success">
          <p>{translate('recovery.done.lead')}</p>
        </Alert>
        <h2>{translate('recovery.done.what')}</h2>
        <ul>
          <li>{translate('recovery.done.sessions')}</li>
          <li>{translate('recovery.done.message')}</li>
          <li>{translate('recovery.done.case')}</li>
        </ul>
        <p>{translate('recovery.done.not_you')}</p>
        <div className="button-row">
          <LinkButton to={paths.signIn} icon="sign-in">
            {translate('recovery.to_sign_in')}
          </LinkButton>
        </div>
        <PhoneHelp lines={['myaccount-support', 'tty']} />
      </div>
    </div>
  )
}

function isDone(state: unknown): state is DoneState {
  return typeof state === 'object' && state !== null && 'recovered' in state && state.recovered === true
}
