import { useState } from 'react'
import { passwordLength } from '@connect/contract/credentials/password'
import { passwordChangeOf } from '@connect/contract/rooms/account-profile'
import { issuesOf, type RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { PasswordChecklist } from '../../../lib/new-password/password-checklist.tsx'
import { rulesKept } from '../../../lib/new-password/password-rules.ts'
import { useIsWellKnown } from '../../../lib/new-password/use-is-well-known.ts'
import { findWellKnown } from '../../../lib/new-password/well-known.ts'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { fieldId } from '../../../ui/field.tsx'
import { PasswordInput } from '../../../ui/text-input.tsx'
import { profileCopy } from './profile-copy.ts'
import { putPassword } from './profile.queries.ts'
import type { DoneState } from './success-notice.tsx'

interface Typed {
  readonly currentPassword: string
  readonly password: string
  readonly passwordAgain: string
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
  const isWellKnown = useIsWellKnown(password)
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
  const checklist = `${fieldId('password')}-rules`
  return (
    <OwnForm
      sending={sending}
      errors={summary}
      failureWords={sending.failure?.status === 0 ? <p>{translate('profile.password.unsure')}</p> : undefined}
      introduction={<p>{translate('profile.password.intro')}</p>}
      submitLabel={translate('profile.password.submit')}
    >
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={userId} hidden readOnly />
      <PasswordInput
        name="currentPassword"
        label={labels.currentPassword}
        error={errorOf('currentPassword')}
        required
        autoComplete="current-password"
        value={currentPassword}
        onChange={(event) => {
          setTyped({ ...typed, currentPassword: event.target.value })
        }}
      />
      <PasswordInput
        name="password"
        label={labels.password}
        error={errorOf('password')}
        required
        describedBy={checklist}
        autoComplete="new-password"
        value={password}
        onChange={(event) => {
          setTyped({ ...typed, password: event.target.value })
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
          setTyped({ ...typed, passwordAgain: event.target.value })
        }}
      />
    </OwnForm>
  )
}

/** The rules of the contract, the one on well-known passwords, and that both fields say the same. */
async function brokenRules(userId: string, typed: Typed): Promise<RequestIssue[]> {
  const { password, passwordAgain } = typed
  const issues = issuesOf(passwordChangeOf(userId), typed)
  // Hardly any short password is hard to guess; that it is too short says enough.
  if (password.length >= passwordLength.min && (await findWellKnown(password)) === true)
    issues.push({ pointer: '/password', code: 'password.well_known' })
  if (password !== passwordAgain) issues.push({ pointer: '/passwordAgain', code: 'password.mismatch' })
  return issues
}
