import { useState } from 'react'
import { useNavigate } from '../lib/navigation/navigation.tsx'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { paths } from '../lib/paths.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { wizardCopy } from './wizard-copy.ts'

interface CancelButtonProps {
  /** Forgets everything that was typed. */
  readonly onCancel: () => void
  /** Whether something was sent that may have been taken: then nobody can promise that nothing came of it. */
  readonly mayHaveArrived: () => boolean
}

/** Asks once, then leads home and leaves nothing behind. */
export function CancelButton({ onCancel, mayHaveArrived }: CancelButtonProps) {
  const translate = useCopy(wizardCopy)
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="quiet"
        onClick={() => {
          setAsking(true)
        }}
      >
        {translate('cancel')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={translate('wizard.cancel.title')}
        keep={translate('wizard.cancel.stay')}
        confirm={translate('wizard.cancel.confirm')}
        onConfirm={() => {
          onCancel()
          // What was typed is gone for good: "back" finds the first step, empty.
          navigate(paths.home, { replace: true })
        }}
        onClose={() => {
          setAsking(false)
        }}
      >
        <p>{mayHaveArrived() ? translate('wizard.cancel.unsure') : translate('wizard.cancel.text')}</p>
      </ConfirmDialog>
    </>
  )
}
