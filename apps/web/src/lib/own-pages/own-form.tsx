import type { ReactNode } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { Link } from '../navigation/link.tsx'
import { paths } from '../paths.ts'
import type { Sending } from '../use-send.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type SummaryError } from '../../ui/error-summary.tsx'
import { RequiredNote } from '../../ui/field.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { ownPagesCopy } from './own-pages-copy.ts'

interface OwnFormProps {
  readonly sending: Sending
  readonly errors: readonly SummaryError[]
  /** Stands in the failure's place where the page knows better words. */
  readonly failureWords?: ReactNode
  /** What stands above the fields. */
  readonly introduction?: ReactNode
  readonly submitLabel?: string
  /** Says what is being done, while the button waits. */
  readonly busyLabel?: string
  readonly hasRequiredFields?: boolean
  readonly children: ReactNode
}

/** A form that changes something of one's own: errors, fields, the button, and the way out that changes nothing. */
export function OwnForm(props: OwnFormProps) {
  const { sending, errors, failureWords, introduction, hasRequiredFields = true } = props
  const translate = useCopy(ownPagesCopy)
  const { submitLabel = translate('own.save'), busyLabel = translate('own.saving') } = props
  return (
    <form noValidate onSubmit={sending.submit}>
      <ErrorSummary errors={errors} attempt={sending.attempt} />
      <FailureAlert failure={sending.failure}>{failureWords}</FailureAlert>
      {introduction}
      {hasRequiredFields && <RequiredNote />}
      {props.children}
      <div className="button-row">
        <Button type="submit" busy={sending.busy} busyLabel={busyLabel}>
          {submitLabel}
        </Button>
        <Link to={paths.profile.overview}>{translate('cancel')}</Link>
      </div>
    </form>
  )
}
