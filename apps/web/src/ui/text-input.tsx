import { useState, type ComponentProps } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { Button } from './button.tsx'
import { describeControl, Field, fieldId, type FieldTexts } from './field.tsx'

interface Common extends FieldTexts {
  /** The field's name in the form; its id on the page comes from it. */
  readonly name: string
  /** The id of further text that explains the field, such as a checklist. */
  readonly describedBy?: string
}

export type TextInputProps = Common & Omit<ComponentProps<'input'>, keyof Common | 'id' | 'className'>

/** A field for one line of text. Takes what an `input` takes. */
export function TextInput({ label, hint, error, required, describedBy, ...input }: TextInputProps) {
  const id = fieldId(input.name)
  const texts = { label, hint, error, ...(required && { required }) }
  return (
    <Field id={id} {...texts}>
      <input type="text" {...input} {...describeControl(id, texts, describedBy)} className="input" />
    </Field>
  )
}

/** A field for a password, with a button that shows what is typed. */
export function PasswordInput({
  label,
  hint,
  error,
  required,
  describedBy,
  ...input
}: Omit<TextInputProps, 'type'>) {
  const translate = useCopy()
  const [shown, setShown] = useState(false)
  const id = fieldId(input.name)
  const texts = { label, hint, error, ...(required && { required }) }
  return (
    <Field id={id} {...texts}>
      <div className="input-row">
        <input
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...input}
          {...describeControl(id, texts, describedBy)}
          type={shown ? 'text' : 'password'}
          className="input"
        />
        <Button
          variant="secondary"
          aria-pressed={shown}
          aria-label={translate('field.show_password_of', { label: typeof label === 'string' ? label : '' })}
          onClick={() => {
            setShown(!shown)
          }}
        >
          {shown ? translate('field.hide') : translate('field.show')}
        </Button>
      </div>
    </Field>
  )
}

export type TextAreaProps = Common & Omit<ComponentProps<'textarea'>, keyof Common | 'id' | 'className'>

/** A field for several lines of text. */
export function TextArea({ label, hint, error, required, describedBy, ...area }: TextAreaProps) {
  const id = fieldId(area.name)
  const texts = { label, hint, error, ...(required && { required }) }
  return (
    <Field id={id} {...texts}>
      <textarea {...area} {...describeControl(id, texts, describedBy)} className="input" />
    </Field>
  )
}
