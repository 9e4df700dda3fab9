import { useState } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
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
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RequiredNote } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { checkIssues, sendChecked } from './checked-send.ts'
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
      <ErrorSummary errors={summary} attempt={sending.attempt} />
      <FailureAlert failure={sending.failure} />
      <p>{translate('recovery.begin.intro')}</p>
      <form noValidate onSubmit={sending.submit}>
        <RequiredNote />
        <TextInput
          name="userId"
          label={labels.userId}
          error={errorOf('userId')}
          required
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
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
        <div className="button-row">
          <Button type="submit" busy={sending.busy} busyLabel={translate('recovery.begin.sending')}>
            {translate('continue')}
          </Button>
          <CancelLink />
        </div>
      </form>
    </StepFrame>
  )
}

function missing(userId: string): RequestIssue[] {
  return userId.trim() === '' ? [{ pointer: '/userId', code: 'field.required' }] : []
}
