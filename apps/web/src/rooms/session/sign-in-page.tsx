import { useEffect, useRef, useState } from 'react'
import { Link, Navigate } from '../../lib/navigation/link.tsx'
import { usePlace } from '../../lib/navigation/navigation.tsx'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../lib/form-errors.tsx'
import { paths } from '../../lib/paths.ts'
import type { SignInState } from '../../lib/require-session.tsx'
import { useSession } from '../../lib/session.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { PasswordInput, TextInput } from '../../ui/text-input.tsx'
import { sessionCopy } from './session-copy.ts'
import type { SignInFailure } from './sign-in-failure.ts'
import { useSignIn } from './use-sign-in.ts'

/** Signing in with user ID and password. */
export function SignInPage() {
  const translate = useCopy(sessionCopy)
  const { from, reason } = readState(usePlace().state)
  const session = useSession()
  const [userId, setUserId] = useState('')
  const [password, setPassword] = useState('')
  const { issues, failure, attempt, busy, submit } = useSignIn()
  const labels = {
    userId: translate('session.field.user_id'),
    password: translate('session.field.password'),
  }
  const { errorOf, summary } = useFormErrors(issues, labels, ownWords)

  if (session.status === 'signedIn') return <Navigate to={from ?? paths.myAccount} replace />

  function ownWords({ pointer }: RequestIssue): string | undefined {
    if (pointer === '/userId') return translate('session.issue.user_id')
    return pointer === '/password' ? translate('session.issue.password') : undefined
  }

  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('session.sign_in.heading')}</PageHeading>
        <ErrorSummary errors={summary} attempt={attempt} />
        <Failure failure={failure} />
        {reason !== undefined && attempt === 0 && (
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
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit({ userId: userId.trim(), password })
          }}
        >
          <TextInput
            name="userId"
            label={labels.userId}
            error={errorOf('userId')}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            value={userId}
            onChange={(event) => {
              setUserId(event.target.value)
            }}
          />
          <PasswordInput
            name="password"
            label={labels.password}
            error={errorOf('password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => {
              setPassword(event.target.value)
            }}
          />
          <div className="button-row">
            <Button type="submit" busy={busy} busyLabel={translate('session.sign_in.submitting')}>
              {translate('session.sign_in.submit')}
            </Button>
            <Link to={paths.signInHelp}>{translate('session.sign_in.forgot')}</Link>
          </div>
        </form>
        <PhoneHelp />
      </div>
    </div>
  )
}

/** Why nobody is signed in yet. Takes focus each time that it appears. */
function Failure({ failure }: { readonly failure: SignInFailure | undefined }) {
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

function readState(state: unknown): Partial<SignInState> {
  return typeof state === 'object' && state !== null ? state : {}
}
