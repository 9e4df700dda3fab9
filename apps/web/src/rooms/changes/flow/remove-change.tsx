import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { flowCopy } from '../flow-copy.ts'

/** What is to be taken out of a report. */
export interface Removal {
  /** What it is called. */
  readonly change: string
  /** How many changes these are. */
  readonly count: number
  readonly remove: () => void
}

interface RemoveChangeProps {
  /** Undefined while nothing is asked. */
  readonly removal: Removal | undefined
  readonly onClose: () => void
}

/** Asks before answers go. */
export function RemoveChange({ removal, onClose }: RemoveChangeProps) {
  const translate = useCopy(flowCopy)
  const count = removal?.count ?? 1
  return (
    <ConfirmDialog
      open={removal !== undefined}
      title={translate('changes.remove.title', { count })}
      keep={translate('changes.remove.keep', { count })}
      confirm={translate('changes.remove.confirm', { count })}
      onConfirm={() => {
        onClose()
        removal?.remove()
      }}
      onClose={onClose}
    >
      <p>{translate('changes.remove.text', { count, change: removal?.change ?? '' })}</p>
    </ConfirmDialog>
  )
}
