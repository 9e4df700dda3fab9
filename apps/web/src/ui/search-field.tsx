import type { ReactNode } from 'react'
import { TextInput } from './text-input.tsx'

interface SearchFieldProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (typed: string) => void
  /** Says how much there is to see of what was typed. */
  readonly status: ReactNode
}

/** A field that narrows the list below it at every key, and says so. */
export function SearchField({ onChange, status, ...field }: SearchFieldProps) {
  return (
    <search>
      <TextInput
        {...field}
        type="search"
        autoComplete="off"
        onKeyDown={(event) => {
          // The list is there already: a form around it has another purpose.
          if (event.key === 'Enter') event.preventDefault()
        }}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
      <p role="status" className="field-hint found">
        {status}
      </p>
    </search>
  )
}
