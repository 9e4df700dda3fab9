import { useState, type ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { describeControl, fieldId, FieldNotes, Star, type FieldTexts } from '../../../ui/field.tsx'
import { flowCopy } from '../flow-copy.ts'
import { pastedDate, readDate, writeDate, type DateParts } from './typed-values.ts'

interface DateFieldProps extends FieldTexts {
  readonly name: string
  readonly value: string | undefined
  /** What was typed of it while it is no day yet. */
  readonly unfinished: string | undefined
  readonly onChange: (value: string | undefined, text: string) => void
  /** What the date means, said as soon as it is known. */
  readonly children?: ReactNode
}

const parts = [
  { part: 'month', length: 2 },
  { part: 'day', length: 2 },
  { part: 'year', length: 4 },
] as const

/** A date in three fields, typed: month, day and year. The error summary's link lands on the month. */
export function DateField(props: DateFieldProps) {
  const { name, label, hint, error, required = false, value, unfinished, onChange, children } = props
  const translate = useCopy(flowCopy)
  const [typed, setTyped] = useState<DateParts>(() => writeDate(value, unfinished))
  const id = fieldId(name)
  const described = describeControl(id, { hint, error })
  const type = (next: DateParts) => {
    setTyped(next)
    const read = readDate(next)
    onChange(read.value, read.text ?? '')
  }
  return (
    <fieldset
      className={error ? 'field field-bad' : 'field'}
      aria-describedby={described['aria-describedby']}
    >
      <legend className="field-label">
        {label}
        {required && <Star />}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className="date-parts">
        {parts.map(({ part, length }) => (
          <label key={part} className={`date-${part}`}>
            {translate(`changes.date.${part}`)}
            <input
              id={part === 'month' ? id : `${id}-${part}`}
              name={`${name}.${part}`}
              className="input"
              inputMode="numeric"
              autoComplete="off"
              size={length}
              aria-required={required || undefined}
              aria-invalid={error ? true : undefined}
              value={typed[part]}
              onChange={({ target }) => {
                type(pastedDate(target.value) ?? { ...typed, [part]: target.value.slice(0, 20) })
              }}
            />
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  )
}
