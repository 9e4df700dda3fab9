import { useEffect, useRef } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Link } from '../../lib/navigation/link.tsx'
import { paths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { sessionCopy } from './session-copy.ts'
import type { SignInFailure } from './sign-in-failure.ts'

/** Why nobody is signed in yet, and the ways out. Takes focus each time that it appears. */
export function SignInFailureAlert({ failure }: { readonly failure: SignInFailure | undefined }) {
  const translate = useCopy(sessionCopy)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Alert kind="error" title={translate('session.failed.heading')}>
        <p>{words(failure)}</p>
        {failure.kind === 'mismatch' && <WaysOut />}
      </Alert>
    </div>
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
