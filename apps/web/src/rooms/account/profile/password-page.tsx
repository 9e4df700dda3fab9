import { useState } from 'react'
import { passwordChangeOf } from '@connect/contract/rooms/account-profile'
import { issuesOf, type RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { furtherIssues, type NewPassword } from '../../../lib/new-password/further-issues.ts'
import { NewPasswordFields } from '../../../lib/new-password/new-password-fields.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { HiddenUserId } from '../../../ui/user-id-input.tsx'
import { OwnPasswordField } from './own-password-field.tsx'
import { profileCopy } from './profile-copy.ts'
import { putPassword } from './profile.queries.ts'
import type { DoneState } from './success-notice.tsx'

interface Typed extends NewPassword {
  readonly currentPassword: string
}

/** Changing the password. */
export function PasswordPage() {
  const translate = useCopy(profileCopy)
  return (
    <OwnPage heading={translate('profile.password.heading')}>
      {({ account }) => <PasswordForm userId={account.userId} />}
    </OwnPage>
  )
}

function PasswordForm({ userId }: { readonly userId: string }) {
  const translate = useCopy(profileCopy)
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>({ currentPassword: '', password: '', passwordAgain: '' })
  const { currentPassword, password, passwordAgain } = typed
  const sending = useSend({
    check: () => brokenRules(userId, typed),
    send: async () => {
      const { refusal } = await putPassword({ currentPassword, password })
      if (refusal !== undefined) return refusal
      const state: DoneState = { done: 'password' }
      navigate(paths.profile.overview, { state })
      return undefined
    },
  })
  const labels = {
    currentPassword: translate('profile.field.current_password'),
    password: translate('profile.field.new_password'),
    passwordAgain: translate('profile.field.new_password_again'),
  }
  const { errorOf, summary } = useFormErrors(sending.issues, labels)
  return (
    <OwnForm
      sending={sending}
      errors={summary}
      failureWords={sending.failure?.status === 0 ? <p>{translate('profile.password.unsure')}</p> : undefined}
      introduction={<p>{translate('profile.password.intro')}</p>}
      submitLabel={translate('profile.password.submit')}
    >
      <HiddenUserId userId={userId} />
      <OwnPasswordField
        name="currentPassword"
        label={labels.currentPassword}
        errorOf={errorOf}
        value={currentPassword}
        onChange={(changed) => {
          setTyped({ ...typed, currentPassword: changed })
        }}
      />
      <NewPasswordFields
        password={password}
        passwordAgain={passwordAgain}
        userId={userId}
        labels={labels}
        errorOf={errorOf}
        onChange={(change) => {
          setTyped({ ...typed, ...change })
        }}
      />
    </OwnForm>
  )
}

/** The rules of the contract, the one on well-known passwords, and that both fields say the same. */
async function brokenRules(userId: string, typed: Typed): Promise<RequestIssue[]> {
  return [...issuesOf(passwordChangeOf(userId), typed), ...(await furtherIssues(typed))]
}
