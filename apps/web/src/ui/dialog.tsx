import { useEffect, useId, useRef, type ReactNode } from 'react'

interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly children?: ReactNode
  /** The buttons; the first one has the focus. */
  readonly actions: ReactNode
  /** Escape was pressed: close without doing anything. */
  readonly onClose: () => void
}

/** A question that has to be answered before going on. Focus stays inside and returns to where it was. */
export function Dialog({ open, title, children, actions, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      // Escape closes it by way of `open`: whoever presses the button again at once finds it closed, and opens it.
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={() => {
        if (open) onClose()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      <div className="button-row">{actions}</div>
    </dialog>
  )
}
