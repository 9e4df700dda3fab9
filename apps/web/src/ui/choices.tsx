import type { ComponentProps, ReactNode, Ref } from 'react'
import { describeControl, Field, FieldGroup, fieldId, FieldNotes, Star, type FieldTexts } from './field.tsx'

interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

interface SelectFieldProps
  extends FieldTexts, Omit<ComponentProps<'select'>, keyof FieldTexts | 'id' | 'className'> {
  readonly name: string
  /** The first, empty entry, such as “Choose a question”. */
  readonly emptyLabel?: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** A drop-down list. Takes what a `select` takes. */
export function SelectField({
  label,
  hint,
  error,
  required,
  emptyLabel,
  choices,
  ...select
}: SelectFieldProps) {
  const id = fieldId(select.name)
  const texts = { label, hint, error, ...(required && { required }) }
  return (
    <Field id={id} {...texts}>
      <select {...select} {...describeControl(id, texts)} className="input">
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

type CheckboxFieldProps = FieldTexts & { readonly name: string } & Omit<
    ComponentProps<'input'>,
    keyof FieldTexts | 'id' | 'className' | 'type'
  >

/** One box to tick, with its label beside it. */
export function CheckboxField({ label, hint, error, required = false, ...input }: CheckboxFieldProps) {
  const id = fieldId(input.name)
  return (
    <div className={error ? 'field field-bad' : 'field'}>
      <FieldNotes id={id} hint={undefined} error={error} />
      <label className="choice">
        <input {...input} {...describeControl(id, { hint, error, required })} type="checkbox" />
        <span>
          {label}
          {required && <Star />}
        </span>
      </label>
      {/* Beside the label and not in it: a screen reader says it once, after the name. */}
      {hint && (
        <p className="choice-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type RadioGroupProps = FieldTexts & {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly ref?: Ref<HTMLInputElement>
} & Pick<ComponentProps<'input'>, 'onChange' | 'onBlur' | 'defaultValue'> & { readonly value?: string }

/** A question with a few answers of which one holds. The error summary's link lands on the first answer. */
export function RadioGroup({
  label,
  hint,
  error,
  required = false,
  choices,
  name,
  value,
  defaultValue,
  ...input
}: RadioGroupProps) {
  const id = fieldId(name)
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} required={required}>
      {choices.map((choice, index) => (
        <label className="choice" key={choice.value}>
          <input
            {...input}
            id={index === 0 ? id : `${id}-${choice.value}`}
            type="radio"
            name={name}
            value={choice.value}
            {...(value !== undefined && { checked: value === choice.value })}
            {...(defaultValue !== undefined && { defaultChecked: defaultValue === choice.value })}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </FieldGroup>
  )
}
