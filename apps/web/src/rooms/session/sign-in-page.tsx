import { Link, Navigate } from '../../lib/navigation/link.tsx'
import { usePlace } from '../../lib/navigation/navigation.tsx'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import type { SignInState } from '../../lib/require-session.tsx'
import { useSession } from '../../lib/session.ts'
import { Alert } from '../../ui/alert.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { sessionCopy } from './session-copy.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Signing in with user ID and password. */
export function SignInPage() {
  const translate = useCopy(sessionCopy)
  const { from, reason } = readState(usePlace().state)
  const session = useSession()
  if (session.status === 'signedIn') return <Navigate to={from ?? paths.myAccount} replace />
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('session.sign_in.heading')}</PageHeading>
        {reason !== undefined && (
          <Alert kind="information">
            <p>
              {reason === 'ended'
                ? translate('session.sign_in.ended')
                : translate('session.sign_in.required')}
            </p>
          </Alert>
        )}
        <p>
          {translate('session.sign_in.new_here')}{' '}
          <Link to={paths.createAccount.name}>{translate('session.sign_in.create')}</Link>
        </p>
        <SignInForm />
        <PhoneHelp />
      </div>
    </div>
  )
}

function readState(state: unknown): Partial<SignInState> {
  return typeof state === 'object' && state !== null ? state : {}
}
