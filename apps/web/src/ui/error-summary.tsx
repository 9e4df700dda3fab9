import { useEffect, useRef, type MouseEvent } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { fieldId } from './field.tsx'

export interface SummaryError {
  /** The name of the field in the form; undefined for what belongs to no single field. */
  readonly name?: string | undefined
  /** The same words that stand beside the field. */
  readonly text: string
}

interface ErrorSummaryProps {
  readonly errors: readonly SummaryError[]
  /** A number that grows with each try: the summary takes focus anew when it changes. */
  readonly attempt?: number
}

/** Everything that needs a change, above the form. Takes focus when it appears; each line leads to its field. */
export function ErrorSummary({ errors, attempt = 0 }: ErrorSummaryProps) {
  const translate = useCopy()
  const box = useRef<HTMLDivElement>(null)
  const hasErrors = errors.length > 0
  useEffect(() => {
    if (hasErrors) box.current?.focus()
  }, [hasErrors, attempt])
  if (!hasErrors) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="group" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{translate('error_summary.title', { count: errors.length })}</h2>
      <ul className="list-plain">
        {errors.map(({ name, text }) => (
          <li key={`${name ?? ''} ${text}`}>
            {name === undefined ? (
              text
            ) : (
              <a href={`#${fieldId(name)}`} onClick={goToField}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Moves focus and not the address: a fragment would make a page of its own in the browser's history. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1))
  if (!field) return
  event.preventDefault()
  field.focus({ preventScroll: true })
  field.closest('.field')?.scrollIntoView({ block: 'start' })
}
