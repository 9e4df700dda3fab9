import type { ReactNode } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { Icon } from './icon.tsx'

/** What every field of the kit takes beside what its HTML element takes. */
export interface FieldTexts {
  readonly label: ReactNode
  /** Stands between label and field. */
  readonly hint?: ReactNode
  /** What is wrong and how to mend it; marks the field. */
  readonly error?: ReactNode
  /** Marks the label with a star and tells assistive technology. */
  readonly required?: boolean
}

/** The id of a field on its page, from its name in the form: what labels, errors and the error summary point at. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`
}

/** The attributes that tie a control to the texts of its field. */
export function describeControl(
  id: string,
  texts: Pick<FieldTexts, 'hint' | 'error' | 'required'>,
  also?: string,
) {
  const describedBy = [texts.hint ? `${id}-hint` : '', texts.error ? `${id}-error` : '', also ?? ''].filter(
    Boolean,
  )
  return {
    id,
    'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
    'aria-invalid': texts.error ? true : undefined,
    'aria-required': texts.required ? true : undefined,
  }
}

interface FieldProps extends FieldTexts {
  /** The id of the control that stands inside, or of the first one. */
  readonly id: string
  readonly children: ReactNode
}

/** A labelled field around one control: label, hint, error, control, in this order. */
export function Field({ id, label, hint, error, required = false, children }: FieldProps) {
  return (
    <div className={error ? 'field field-bad' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
        {required && <Star />}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** A question around several controls: label, hint, error, controls, in this order. */
export function FieldGroup({ id, label, hint, error, required = false, children }: FieldProps) {
  return (
    <fieldset
      className={error ? 'field field-bad' : 'field'}
      aria-describedby={describeControl(id, { hint, error })['aria-describedby']}
    >
      <legend className="field-label">
        {label}
        {required && <Star />}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}

/** Hint and error of a field. The error is read out as soon as it appears. */
export function FieldNotes({
  id,
  hint,
  error,
}: { readonly id: string } & Pick<FieldTexts, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="error" size={20} />
          <span>{error}</span>
        </p>
      )}
    </>
  )
}

/** The star of a required field; `RequiredNote` explains it once a page. */
export function Star() {
  return (
    <span className="star" aria-hidden="true">
      {' *'}
    </span>
  )
}

/** Explains the star; stands above the first field. */
export function RequiredNote() {
  const translate = useCopy()
  return (
    <p className="field-hint">
      <span className="star">*</span> {translate('field.required_note')}
    </p>
  )
}
