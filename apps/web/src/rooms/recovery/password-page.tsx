import { useState } from 'react'
import {
  checkPassword,
  checkPasswordAgainstUserId,
  passwordLength,
} from '@connect/contract/credentials/password'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../lib/form-errors.tsx'
import { useNavigate } from '../../lib/navigation/navigation.tsx'
import { PasswordChecklist } from '../../lib/new-password/password-checklist.tsx'
import { rulesKept } from '../../lib/new-password/password-rules.ts'
import { useIsWellKnown } from '../../lib/new-password/use-is-well-known.ts'
import { findWellKnown } from '../../lib/new-password/well-known.ts'
import { paths } from '../../lib/paths.ts'
import { useSend } from '../../lib/use-send.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { fieldId, RequiredNote } from '../../ui/field.tsx'
import { PasswordInput } from '../../ui/text-input.tsx'
import type { DoneState } from './done-page.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { recoveryCopy } from './recovery-copy.ts'
import { endRecovery, forgetRecovery, recoveryState } from './recovery-state.ts'
import { putPassword } from './recovery.queries.ts'
import { BeginAnew, CancelLink, StepFrame } from './step-frame.tsx'

/** What the answers have opened. */
interface Opened {
  readonly id: string
  readonly resetToken: string
  readonly userId: string
}

/** Step 3: the new password. */
export function PasswordPage() {
  const translate = useCopy(recoveryCopy)
  const [opened] = useState(readOpened)
  return opened ? <NewPassword {...opened} /> : <BeginAnew heading={translate('recovery.password.heading')} />
}

function NewPassword({ id, resetToken, userId }: Opened) {
  const translate = useCopy(recoveryCopy)
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const [passwordAgain, setPasswordAgain] = useState('')
  const isWellKnown = useIsWellKnown(password)
  const sending = useSend({
    check: () => brokenRules(userId, password, passwordAgain),
    send: async () => {
      const { refusal } = await putPassword(id, { resetToken, password })
      if (refusal?.code === 'recovery.token_rejected') {
        endRecovery()
        navigate(paths.recover.begin, { replace: true })
        return undefined
      }
      if (refusal) return refusal
      forgetRecovery()
      const state: DoneState = { recovered: true }
      navigate(paths.recover.done, { replace: true, state })
      return undefined
    },
  })
  const labels = {
    password: translate('recovery.field.password'),
    passwordAgain: translate('recovery.field.password_again'),
  }
  const { errorOf, summary } = useFormErrors(sending.issues, labels)
  const checklist = `${fieldId('password')}-rules`
  const mayBeDone = sending.failure?.status === 0
  return (
    <StepFrame step={3} back={paths.recover.questions} heading={translate('recovery.password.heading')}>
      <ErrorSummary errors={summary} attempt={sending.attempt} />
      <FailureAlert failure={sending.failure}>
        {mayBeDone ? <p>{translate('recovery.password.unsure')}</p> : undefined}
      </FailureAlert>
      <p>{translate('recovery.password.intro')}</p>
      <form noValidate onSubmit={sending.submit}>
        <RequiredNote />
        {/* Tells password managers whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={userId} hidden readOnly />
        <PasswordInput
          name="password"
          label={labels.password}
          error={errorOf('password')}
          required
          describedBy={checklist}
          autoComplete="new-password"
          value={password}
          onChange={(event) => {
            setPassword(event.target.value)
          }}
        />
        <PasswordChecklist
          id={checklist}
          kept={rulesKept(password, userId, isWellKnown)}
          begun={password !== ''}
        />
        <PasswordInput
          name="passwordAgain"
          label={labels.passwordAgain}
          error={errorOf('passwordAgain')}
          required
          autoComplete="new-password"
          value={passwordAgain}
          onChange={(event) => {
            setPasswordAgain(event.target.value)
          }}
        />
        <div className="button-row">
          <Button type="submit" busy={sending.busy} busyLabel={translate('recovery.password.sending')}>
            {translate('recovery.password.submit')}
          </Button>
          <CancelLink />
        </div>
      </form>
    </StepFrame>
  )
}

function readOpened(): Opened | undefined {
  const { recovery, resetToken, userId } = recoveryState()
  return recovery && resetToken !== undefined
    ? { id: recovery.id, resetToken, userId: userId.trim() }
    : undefined
}

/** The rules of a new password, as when the account was created, and that both fields say the same. */
async function brokenRules(userId: string, password: string, again: string): Promise<RequestIssue[]> {
  const issues = [...checkPassword(password), ...checkPasswordAgainstUserId(password, userId)]
  // Hardly any short password is hard to guess; that it is too short says enough.
  if (password.length >= passwordLength.min && (await findWellKnown(password)) === true)
    issues.push({ code: 'password.well_known' })
  const found: RequestIssue[] = issues.map(({ code, params }) => ({
    pointer: '/password',
    code,
    ...(params && { params: { ...params } }),
  }))
  return password === again ? found : [...found, { pointer: '/passwordAgain', code: 'password.mismatch' }]
}
