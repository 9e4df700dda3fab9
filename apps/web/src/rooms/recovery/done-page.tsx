import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Navigate } from '../../lib/navigation/link.tsx'
import { usePlace } from '../../lib/navigation/navigation.tsx'
import { paths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { recoveryCopy } from './recovery-copy.ts'
import { RecoveryPage } from './recovery-page.tsx'

/** What the last step hands over, in the history entry: nothing of whom. */
export interface DoneState {
  readonly recovered: true
}

/** The confirmation, once the service has said so. */
export function DonePage() {
  const translate = useCopy(recoveryCopy)
  if (!isDone(usePlace().state)) return <Navigate to={paths.recover.begin} replace />
  return (
    <RecoveryPage heading={translate('recovery.done.heading')}>
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
    </RecoveryPage>
  )
}

function isDone(state: unknown): state is DoneState {
  return typeof state === 'object' && state !== null && 'recovered' in state && state.recovered === true
}
