import type { ChangeType } from '@connect/contract/changes/change-type'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { flowCopy } from '../flow-copy.ts'

interface RemoveChangeProps {
  /** The kind that is to be removed; undefined while nothing is asked. */
  readonly type: ChangeType | undefined
  readonly onClose: () => void
  readonly onRemove: (type: ChangeType) => void
}

/** Asks before answers go. */
export function RemoveChange({ type, onClose, onRemove }: RemoveChangeProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  return (
    <Dialog
      open={type !== undefined}
      title={translate('changes.remove.title')}
      onClose={onClose}
      actions={
        <>
          {/* First, so that it has the focus: a second press of the same key must not remove anything. */}
          <Button onClick={onClose}>{translate('changes.remove.keep')}</Button>
          <Button
            variant="secondary"
            onClick={() => {
              if (type) onRemove(type)
              onClose()
            }}
          >
            {translate('changes.remove.confirm')}
          </Button>
        </>
      }
    >
      <p>{translate('changes.remove.text', { change: type?.label[language] ?? '' })}</p>
    </Dialog>
  )
}
