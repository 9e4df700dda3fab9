import { useState, type ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { FieldGroup, fieldId, type FieldTexts } from '../../../ui/field.tsx'
import { flowCopy } from '../flow-copy.ts'
import { pastedDate, readDate, writeDate, type DateParts } from './typed-values.ts'

interface DateFieldProps extends FieldTexts {
  readonly name: string
  readonly value: string | undefined
  /** What was typed of it while it is no day yet. */
  readonly unfinished: string | undefined
  readonly onChange: (value: string | undefined, text: string) => void
  /** Another field has the focus now. */
  readonly onLeave: () => void
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
  const { name, label, hint, error, required = false, value, unfinished, onChange, onLeave, children } = props
  const translate = useCopy(flowCopy)
  const [typed, setTyped] = useState<DateParts>(() => writeDate(value, unfinished))
  const id = fieldId(name)
  const type = (next: DateParts) => {
    setTyped(next)
    const read = readDate(next)
    onChange(read.value, read.text ?? '')
  }
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error} required={required}>
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
              onBlur={({ currentTarget, relatedTarget }) => {
                // From one part to another one stays in the field.
                if (!currentTarget.closest('fieldset')?.contains(relatedTarget)) onLeave()
              }}
            />
          </label>
        ))}
      </div>
      {children}
    </FieldGroup>
  )
}
