import { fieldId } from '../../ui/field.tsx'
import { PasswordInput } from '../../ui/text-input.tsx'
import type { FormErrors } from '../form-errors.tsx'
import type { NewPassword } from './further-issues.ts'
import { PasswordChecklist } from './password-checklist.tsx'
import { rulesKept } from './password-rules.ts'
import { useIsWellKnown } from './use-is-well-known.ts'

interface NewPasswordFieldsProps extends NewPassword {
  /** The password must not have it inside. */
  readonly userId: string
  readonly labels: Readonly<Record<keyof NewPassword, string>>
  readonly errorOf: FormErrors['errorOf']
  readonly onChange: (typed: Partial<NewPassword>) => void
}

/** Choosing a password: the field with the list of its rules, and the field that has to say the same. */
export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { password, passwordAgain, userId, labels, errorOf, onChange } = props
  const isWellKnown = useIsWellKnown(password)
  const checklist = `${fieldId('password')}-rules`
  return (
    <>
      <PasswordInput
        name="password"
        label={labels.password}
        error={errorOf('password')}
        required
        describedBy={checklist}
        autoComplete="new-password"
        value={password}
        onChange={(event) => {
          onChange({ password: event.target.value })
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
          onChange({ passwordAgain: event.target.value })
        }}
      />
    </>
  )
}
