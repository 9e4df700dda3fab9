import type { Refusal } from '../../lib/api.ts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Link } from '../../lib/navigation/link.tsx'
import { paths } from '../../lib/paths.ts'
import { FailureBox } from '../../ui/failure-box.tsx'
import { sessionCopy } from './session-copy.ts'
import { failureOf, type SignInFailure } from './sign-in-failure.ts'

/** Why nobody is signed in yet, and the ways out. Takes focus each time that it appears. */
export function SignInFailureAlert({ failure }: { readonly failure: Refusal | undefined }) {
  const translate = useCopy(sessionCopy)
  if (!failure) return null
  const why = failureOf(failure)
  return (
    <FailureBox failure={failure} title={translate('session.failed.heading')}>
      <p>{words(why)}</p>
      {why.kind === 'mismatch' && <WaysOut />}
    </FailureBox>
  )

  function words(why: SignInFailure): string {
    switch (why.kind) {
      case 'mismatch':
        return translate('session.failed.mismatch')
      case 'limit':
        return translate('session.failed.limit', { minutes: why.minutes })
      case 'busy':
        return translate('session.failed.busy')
      case 'connection':
        return translate('session.failed.connection')
      case 'server':
        return translate('session.failed.server')
    }
  }
}

/** The same for everybody: whether an account is paused, or there at all, is nobody's business. */
function WaysOut() {
  const translate = useCopy(sessionCopy)
  return (
    <ul>
      <li>{translate('session.failed.pauses')}</li>
      <li>
        {translate('session.failed.forgotten')}{' '}
        <Link to={paths.signInHelp}>{translate('session.failed.new_password')}</Link>
      </li>
      <li>{translate('session.failed.stop')}</li>
    </ul>
  )
}
