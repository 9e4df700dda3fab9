import { useState } from 'react'
import { checkPassword, checkPasswordAgainstUserId } from '@connect/contract/credentials/password'
import { issuesAt, type RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../lib/form-errors.tsx'
import { useNavigate } from '../../lib/navigation/navigation.tsx'
import { furtherIssues, type NewPassword } from '../../lib/new-password/further-issues.ts'
import { NewPasswordFields } from '../../lib/new-password/new-password-fields.tsx'
import { paths } from '../../lib/paths.ts'
import { useSend } from '../../lib/use-send.ts'
import { SentForm } from '../../ui/sent-form.tsx'
import { HiddenUserId } from '../../ui/user-id-input.tsx'
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
  const [typed, setTyped] = useState<NewPassword>({ password: '', passwordAgain: '' })
  const sending = useSend({
    check: () => brokenRules(userId, typed),
    send: async () => {
      const { refusal } = await putPassword(id, { resetToken, password: typed.password })
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
  const mayBeDone = sending.failure?.status === 0
  return (
    <StepFrame step={3} back={paths.recover.questions} heading={translate('recovery.password.heading')}>
      <SentForm
        sending={sending}
        errors={summary}
        failure={
          <FailureAlert failure={sending.failure}>
            {mayBeDone ? <p>{translate('recovery.password.unsure')}</p> : undefined}
          </FailureAlert>
        }
        introduction={<p>{translate('recovery.password.intro')}</p>}
        submitLabel={translate('recovery.password.submit')}
        busyLabel={translate('recovery.password.sending')}
        wayOut={<CancelLink />}
      >
        <HiddenUserId userId={userId} />
        <NewPasswordFields
          {...typed}
          userId={userId}
          labels={labels}
          errorOf={errorOf}
          onChange={(change) => {
            setTyped({ ...typed, ...change })
          }}
        />
      </SentForm>
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
async function brokenRules(userId: string, typed: NewPassword): Promise<RequestIssue[]> {
  const { password } = typed
  const issues = [...checkPassword(password), ...checkPasswordAgainstUserId(password, userId)]
  return [...issuesAt('/password', issues), ...(await furtherIssues(typed))]
}
