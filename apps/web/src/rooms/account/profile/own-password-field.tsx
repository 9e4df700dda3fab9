import type { FormErrors } from '../../../lib/form-errors.tsx'
import { PasswordInput } from '../../../ui/text-input.tsx'

interface OwnPasswordFieldProps {
  readonly name: 'password' | 'currentPassword'
  readonly label: string
  readonly hint?: string
  readonly errorOf: FormErrors['errorOf']
  readonly value: string
  readonly onChange: (typed: string) => void
}

/** Asks for the password in force, before something is done that only the owner may do. */
export function OwnPasswordField({ errorOf, onChange, ...field }: OwnPasswordFieldProps) {
  return (
    <PasswordInput
      {...field}
      error={errorOf(field.name)}
      required
      autoComplete="current-password"
      onChange={(event) => {
        onChange(event.target.value)
      }}
    />
  )
}
