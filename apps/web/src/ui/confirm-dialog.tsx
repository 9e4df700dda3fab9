import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** The answer after which everything is as it was. */
  readonly keep: string
  /** The answer that says what is done. */
  readonly confirm: string
  readonly busy?: boolean
  /** Says what is being done, while the button waits. */
  readonly busyLabel?: string
  readonly onConfirm: () => void
  /** Nothing is to be done. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks before something is done that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, keep, confirm, busy = false, busyLabel, onConfirm, onClose, children } = props
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          {/* First, so that it has the focus: a second press of the same key must not do anything. */}
          <Button onClick={onClose}>{keep}</Button>
          <Button
            variant="secondary"
            busy={busy}
            {...(busyLabel !== undefined && { busyLabel })}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
