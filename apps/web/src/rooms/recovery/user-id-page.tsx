import { useState } from 'react'
import { checkEmail } from '@connect/contract/shared/person'
import { issuesAt, type RequestIssue } from '@connect/contract/shared/issues'
import { checkIssues, sendChecked } from '../../lib/captcha/checked-send.ts'
import { createSecurityCheck } from '../../lib/captcha/security-check.ts'
import { SecurityCheckBox } from '../../lib/captcha/security-check-box.tsx'
import { solveCaptcha } from '../../lib/captcha/solve-captcha.ts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../lib/form-errors.tsx'
import { Link } from '../../lib/navigation/link.tsx'
import { useNavigate } from '../../lib/navigation/navigation.tsx'
import { paths } from '../../lib/paths.ts'
import { useSend } from '../../lib/use-send.ts'
import { SentForm } from '../../ui/sent-form.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { recoveryCopy } from './recovery-copy.ts'
import { RecoveryPage } from './recovery-page.tsx'
import { postReminder } from './recovery.queries.ts'

const check = createSecurityCheck('remind', solveCaptcha)

/** For whoever has forgotten the user ID: by e-mail, or by phone where the account has no address. */
export function UserIdPage() {
  const translate = useCopy(recoveryCopy)
  const navigate = useNavigate()
  const [email, setEmail] = useState('')
  const sending = useSend({
    check: () => [...issuesOf(email), ...checkIssues(check)],
    send: async () => {
      const { refusal } = await sendChecked(check, (captcha) =>
        postReminder({ email: email.trim(), captcha }),
      )
      if (refusal) return refusal
      navigate(paths.recover.userIdSent, { replace: true })
      return undefined
    },
  })
  const labels = { email: translate('recovery.field.email'), captcha: translate('recovery.field.captcha') }
  const { errorOf, summary } = useFormErrors(sending.issues, labels, ({ code }) =>
    code === 'field.required' ? translate('recovery.issue.email') : undefined,
  )
  return (
    <RecoveryPage back={paths.signInHelp} heading={translate('recovery.user_id.heading')}>
      <SentForm
        sending={sending}
        errors={summary}
        failure={<FailureAlert failure={sending.failure} />}
        introduction={<p>{translate('recovery.user_id.intro')}</p>}
        submitLabel={translate('recovery.user_id.submit')}
        busyLabel={translate('recovery.user_id.sending')}
        wayOut={<Link to={paths.signIn}>{translate('cancel')}</Link>}
      >
        <TextInput
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          label={labels.email}
          error={errorOf('email')}
          required
          value={email}
          onChange={(event) => {
            setEmail(event.target.value)
          }}
        />
        <SecurityCheckBox name="captcha" check={check} error={errorOf('captcha')} />
      </SentForm>
      <h2>{translate('recovery.user_id.no_email')}</h2>
      <p>{translate('recovery.user_id.no_email_text')}</p>
    </RecoveryPage>
  )
}

function issuesOf(email: string): RequestIssue[] {
  const typed = email.trim()
  if (typed === '') return [{ pointer: '/email', code: 'field.required' }]
  return issuesAt('/email', checkEmail(typed))
}
