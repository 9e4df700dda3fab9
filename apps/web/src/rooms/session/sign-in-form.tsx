import { useState } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { SecurityCheckBox } from '../../lib/captcha/security-check-box.tsx'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../lib/form-errors.tsx'
import { Link } from '../../lib/navigation/link.tsx'
import { paths } from '../../lib/paths.ts'
import { CheckboxField } from '../../ui/choices.tsx'
import { SentForm } from '../../ui/sent-form.tsx'
import { PasswordInput } from '../../ui/text-input.tsx'
import { UserIdInput } from '../../ui/user-id-input.tsx'
import { sessionCopy } from './session-copy.ts'
import { SignInFailureAlert } from './sign-in-failure-alert.tsx'
import { signInCheck, useSignIn } from './use-sign-in.ts'

/** User ID and password and, once that many tries were wrong, the security check. */
export function SignInForm() {
  const translate = useCopy(sessionCopy)
  const [userId, setUserId] = useState('')
  const [password, setPassword] = useState('')
  const [ownDevice, setOwnDevice] = useState(false)
  const { sending, checkIsDue } = useSignIn({ userId: userId.trim(), password, ownDevice })
  const labels = {
    userId: translate('session.field.user_id'),
    password: translate('session.field.password'),
    captcha: translate('session.field.captcha'),
  }
  const { errorOf, summary } = useFormErrors(sending.issues, labels, ownWords)

  function ownWords({ pointer }: RequestIssue): string | undefined {
    if (pointer === '/userId') return translate('session.issue.user_id')
    if (pointer === '/captcha') return translate('session.issue.captcha')
    return pointer === '/password' ? translate('session.issue.password') : undefined
  }

  return (
    <SentForm
      sending={sending}
      errors={summary}
      failure={<SignInFailureAlert failure={sending.failure} />}
      hasRequiredFields={false}
      submitLabel={translate('session.sign_in.submit')}
      busyLabel={translate('session.sign_in.submitting')}
      wayOut={<Link to={paths.signInHelp}>{translate('session.sign_in.forgot')}</Link>}
    >
      <UserIdInput
        label={labels.userId}
        error={errorOf('userId')}
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
      {checkIsDue && <SecurityCheckBox name="captcha" check={signInCheck} error={errorOf('captcha')} />}
      <CheckboxField
        name="ownDevice"
        label={translate('session.field.own_device')}
        hint={translate('session.field.own_device_hint')}
        checked={ownDevice}
        onChange={(event) => {
          setOwnDevice(event.target.checked)
        }}
      />
    </SentForm>
  )
}
