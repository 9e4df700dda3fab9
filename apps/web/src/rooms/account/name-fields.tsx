import type { FormErrors } from '../../lib/form-errors.tsx'
import { TextInput } from '../../ui/text-input.tsx'

interface Names {
  readonly firstName: string
  readonly lastName: string
}

interface NameFieldsProps {
  readonly names: Names
  readonly labels: Names
  readonly errorOf: FormErrors['errorOf']
  readonly onChange: (typed: Partial<Names>) => void
}

/** First and last name, a field each. */
export function NameFields({ names, labels, errorOf, onChange }: NameFieldsProps) {
  return (
    <>
      <TextInput
        name="firstName"
        label={labels.firstName}
        error={errorOf('firstName')}
        required
        autoComplete="given-name"
        value={names.firstName}
        onChange={(event) => {
          onChange({ firstName: event.target.value })
        }}
      />
      <TextInput
        name="lastName"
        label={labels.lastName}
        error={errorOf('lastName')}
        required
        autoComplete="family-name"
        value={names.lastName}
        onChange={(event) => {
          onChange({ lastName: event.target.value })
        }}
      />
    </>
  )
}
