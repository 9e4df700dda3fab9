import { useEffect, useState } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { onAskToLose } from '../../lib/drafts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sessionCopy } from './session-copy.ts'

/** Asks whoever signs out while something is not saved, or a file is on its way. */
export function UnsavedQuestion() {
  const translate = useCopy(sessionCopy)
  const [asked, setAsked] = useState<{ readonly answer: (mayLose: boolean) => void }>()
  useEffect(
    () =>
      onAskToLose(
        () =>
          new Promise((answer) => {
            setAsked({ answer })
          }),
      ),
    [],
  )
  const answer = (mayLose: boolean) => {
    setAsked(undefined)
    asked?.answer(mayLose)
  }
  return (
    <ConfirmDialog
      open={asked !== undefined}
      title={translate('session.unsaved.heading')}
      keep={translate('session.unsaved.stay')}
      confirm={translate('session.unsaved.leave')}
      onConfirm={() => {
        answer(true)
      }}
      onClose={() => {
        answer(false)
      }}
    >
      <p>{translate('session.unsaved.text')}</p>
    </ConfirmDialog>
  )
}
