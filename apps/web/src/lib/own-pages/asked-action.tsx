import { useState, type ReactNode } from 'react'
import type { Refusal } from '../api.ts'
import { useSend } from '../use-send.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureAlert } from './failure-alert.tsx'

interface AskedActionProps {
  readonly label: ReactNode
  readonly variant?: 'secondary' | 'quiet'
  /** What stands before the button, in one row with it. */
  readonly beside?: ReactNode
  /** The words of the question and of both answers; `busy` says what is being done. */
  readonly words: Readonly<Record<'title' | 'keep' | 'confirm' | 'busy', string>>
  /** Does it; gives the refusal when it was not done. */
  readonly send: () => Promise<Refusal | undefined>
  readonly onDone: () => void
  /** What there is to know before one answers. */
  readonly children: ReactNode
}

/** A button that does something by itself, and asks before it does; above it stands why it was not done. */
export function AskedAction(props: AskedActionProps) {
  const { label, variant = 'secondary', beside, words, send, onDone, children } = props
  const [asking, setAsking] = useState(false)
  const close = () => {
    setAsking(false)
  }
  const sending = useSend({
    send: async () => {
      const refusal = await send()
      close()
      if (!refusal) onDone()
      return refusal
    },
  })
  const button = (
    <Button
      variant={variant}
      onClick={() => {
        setAsking(true)
      }}
    >
      {label}
    </Button>
  )
  return (
    <>
      <FailureAlert failure={sending.failure} />
      {beside === undefined ? (
        button
      ) : (
        <div className="button-row">
          {beside}
          {button}
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={words.title}
        keep={words.keep}
        confirm={words.confirm}
        busy={sending.busy}
        busyLabel={words.busy}
        onConfirm={sending.submit}
        onClose={close}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}
