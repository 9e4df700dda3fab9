import type { ReactNode } from 'react'
import type { Sending } from '../lib/use-send.ts'
import { Button } from './button.tsx'
import { ErrorSummary, type SummaryError } from './error-summary.tsx'
import { RequiredNote } from './field.tsx'

interface SentFormProps {
  readonly sending: Sending
  readonly errors: readonly SummaryError[]
  /** Says why it was not taken, where that is about no field. */
  readonly failure: ReactNode
  /** What stands above the fields. */
  readonly introduction?: ReactNode
  readonly hasRequiredFields?: boolean
  /** Nothing typed here is offered by the browser again. */
  readonly isSecret?: boolean
  readonly submitLabel: string
  /** Says what is being done, while the button waits. */
  readonly busyLabel: string
  /** Stands beside the button: how to leave. */
  readonly wayOut?: ReactNode
  readonly children: ReactNode
}

/** A form that is sent by one button: what is wrong with it, its fields, the button and the way out. */
export function SentForm(props: SentFormProps) {
  const { sending, hasRequiredFields = true, isSecret = false } = props
  return (
    <form noValidate onSubmit={sending.submit} {...(isSecret && { autoComplete: 'off' })}>
      <ErrorSummary errors={props.errors} attempt={sending.attempt} />
      {props.failure}
      {props.introduction}
      {hasRequiredFields && <RequiredNote />}
      {props.children}
      <div className="button-row">
        <Button type="submit" busy={sending.busy} busyLabel={props.busyLabel}>
          {props.submitLabel}
        </Button>
        {props.wayOut}
      </div>
    </form>
  )
}
