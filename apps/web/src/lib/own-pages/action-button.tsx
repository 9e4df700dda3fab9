import type { ReactNode } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import type { Sending } from '../use-send.ts'
import { Button } from '../../ui/button.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { ownPagesCopy } from './own-pages-copy.ts'

interface ActionButtonProps {
  readonly sending: Sending
  readonly variant?: 'primary' | 'secondary'
  readonly icon?: IconName
  /** Says what is being done, while the button waits. */
  readonly busyLabel?: string
  /** Stands in the failure's place where the page knows better words. */
  readonly failureWords?: ReactNode
  readonly children: ReactNode
}

/** A button that does something by itself, without a form; above it stands why it was not done. */
export function ActionButton(props: ActionButtonProps) {
  const { sending, variant = 'secondary', icon, failureWords, children } = props
  const translate = useCopy(ownPagesCopy)
  const { busyLabel = translate('own.saving') } = props
  return (
    <>
      <FailureAlert failure={sending.failure}>{failureWords}</FailureAlert>
      <Button
        variant={variant}
        {...(icon && { icon })}
        busy={sending.busy}
        busyLabel={busyLabel}
        onClick={sending.submit}
      >
        {children}
      </Button>
    </>
  )
}
