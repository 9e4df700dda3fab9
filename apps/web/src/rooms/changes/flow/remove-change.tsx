import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
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
    <Dialog
      open={removal !== undefined}
      title={translate('changes.remove.title', { count })}
      onClose={onClose}
      actions={
        <>
          {/* First, so that it has the focus: a second press of the same key must not remove anything. */}
          <Button onClick={onClose}>{translate('changes.remove.keep', { count })}</Button>
          <Button
            variant="secondary"
            onClick={() => {
              onClose()
              removal?.remove()
            }}
          >
            {translate('changes.remove.confirm', { count })}
          </Button>
        </>
      }
    >
      <p>{translate('changes.remove.text', { count, change: removal?.change ?? '' })}</p>
    </Dialog>
  )
}
