import { useState } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
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
import { Alert } from '../../ui/alert.tsx'
import { SentForm } from '../../ui/sent-form.tsx'
import { UserIdInput } from '../../ui/user-id-input.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { recoveryCopy } from './recovery-copy.ts'
import { beginRecovery, recoveryState, typeUserId } from './recovery-state.ts'
import { postRecovery } from './recovery.queries.ts'
import { CancelLink, StepFrame } from './step-frame.tsx'

const check = createSecurityCheck('recover', solveCaptcha)

/** Step 1: the user ID and the security check. */
export function BeginPage() {
  const translate = useCopy(recoveryCopy)
  const navigate = useNavigate()
  const [isOver] = useState(recoveryState().isOver === true)
  const [userId, setUserId] = useState(recoveryState().userId)
  const sending = useSend({
    check: () => [...missing(userId), ...checkIssues(check)],
    send: async () => {
      const answer = await sendChecked(check, (captcha) => postRecovery({ userId: userId.trim(), captcha }))
      if (answer.refusal) return answer.refusal
      beginRecovery(answer.data)
      navigate(paths.recover.questions)
      return undefined
    },
  })
  const labels = {
    userId: translate('recovery.field.user_id'),
    captcha: translate('recovery.field.captcha'),
  }
  const { errorOf, summary } = useFormErrors(sending.issues, labels, ({ pointer }) =>
    pointer === '/userId' ? translate('recovery.issue.user_id') : undefined,
  )
  return (
    <StepFrame step={1} back={paths.signInHelp} heading={translate('recovery.begin.heading')}>
      {isOver && sending.attempt === 0 && (
        <Alert kind="information" title={translate('recovery.over.heading')}>
          <p>{translate('recovery.over.text')}</p>
        </Alert>
      )}
      <SentForm
        sending={sending}
        errors={summary}
        failure={<FailureAlert failure={sending.failure} />}
        introduction={<p>{translate('recovery.begin.intro')}</p>}
        submitLabel={translate('continue')}
        busyLabel={translate('recovery.begin.sending')}
        wayOut={<CancelLink />}
      >
        <UserIdInput
          label={labels.userId}
          error={errorOf('userId')}
          required
          value={userId}
          onChange={(event) => {
            setUserId(event.target.value)
            typeUserId(event.target.value)
          }}
        />
        <p>
          <Link to={paths.recover.userId}>{translate('recovery.begin.forgot_user_id')}</Link>
        </p>
        <SecurityCheckBox name="captcha" check={check} error={errorOf('captcha')} />
      </SentForm>
    </StepFrame>
  )
}

function missing(userId: string): RequestIssue[] {
  return userId.trim() === '' ? [{ pointer: '/userId', code: 'field.required' }] : []
}
