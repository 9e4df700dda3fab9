import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { recoveryCopy } from './recovery-copy.ts'
import { RecoveryPage } from './recovery-page.tsx'

/** What happens next; the same whether an account has the address or not. */
export function UserIdSentPage() {
  const translate = useCopy(recoveryCopy)
  return (
    <RecoveryPage heading={translate('recovery.sent.heading')}>
      <p>{translate('recovery.sent.lead')}</p>
      <h2>{translate('recovery.sent.nothing')}</h2>
      <ul>
        <li>{translate('recovery.sent.wait')}</li>
        <li>{translate('recovery.sent.other')}</li>
        <li>{translate('recovery.sent.limit')}</li>
        <li>{translate('recovery.sent.call')}</li>
      </ul>
      <div className="button-row">
        <LinkButton to={paths.signIn} icon="sign-in">
          {translate('recovery.to_sign_in')}
        </LinkButton>
        <LinkButton to={paths.recover.begin} variant="secondary">
          {translate('recovery.sent.password')}
        </LinkButton>
      </div>
    </RecoveryPage>
  )
}
