import type { ReactNode } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { Link } from '../navigation/link.tsx'
import { paths } from '../paths.ts'
import type { Sending } from '../use-send.ts'
import type { SummaryError } from '../../ui/error-summary.tsx'
import { SentForm } from '../../ui/sent-form.tsx'
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
  /** Where the way out leads that changes nothing: the profile unless told. */
  readonly cancelTo?: string
  readonly children: ReactNode
}

/** A form that changes something of one's own: errors, fields, the button, and the way out that changes nothing. */
export function OwnForm({ failureWords, cancelTo = paths.profile.overview, ...form }: OwnFormProps) {
  const translate = useCopy(ownPagesCopy)
  const { sending, submitLabel = translate('own.save'), busyLabel = translate('own.saving') } = form
  return (
    <SentForm
      {...form}
      failure={<FailureAlert failure={sending.failure}>{failureWords}</FailureAlert>}
      submitLabel={submitLabel}
      busyLabel={busyLabel}
      wayOut={<Link to={cancelTo}>{translate('cancel')}</Link>}
    />
  )
}
