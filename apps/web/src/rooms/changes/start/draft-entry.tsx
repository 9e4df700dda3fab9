import { useState, type ReactNode } from 'react'
import type { ListedReport } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../../lib/dates.ts'
import { FailureAlert } from '../../../lib/own-pages/failure-alert.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DueDate } from '../due-date.tsx'
import { deleteDraft } from '../draft/change-reports.queries.ts'
import { closeDraft } from '../draft/open-drafts.ts'
import { flowCopy } from '../flow-copy.ts'
import { useChangeNames } from '../use-change-names.ts'

interface DraftEntryProps {
  readonly draft: ListedReport
  /** Told where there are several cases. */
  readonly caseName: string | undefined
  readonly onDeleted: () => void
}

/** A report that was begun: how far it is, the way on, and the way to delete it. */
export function DraftEntry({ draft, caseName, onDeleted }: DraftEntryProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const names = useChangeNames()
  const { id, changeTypeIds, updatedAt, expiresAt, dueOn } = draft
  const title =
    changeTypeIds === null
      ? translate('changes.unreadable')
      : names(changeTypeIds.map((typeId) => ({ typeId })))
  return (
    <div className="draft-box">
      <h3>{title}</h3>
      {caseName !== undefined && <p>{translate('changes.start.case_of', { name: caseName })}</p>}
      {dueOn !== null && (
        <p className="due">
          <DueDate on={dueOn} />
        </p>
      )}
      {expiresAt !== null && (
        <p>{translate('changes.start.kept', { date: dateInWords(expiresAt, language) })}</p>
      )}
      <p className="entry-note">
        {translate('changes.start.saved', { moment: momentInWords(updatedAt, language) })}
      </p>
      <DeleteDraft id={id} title={title} onDeleted={onDeleted}>
        <LinkButton to={changeTypeIds?.length === 0 ? draftPaths.what(id) : draftPaths.check(id)}>
          {translate('changes.start.resume')}
          <span className="visually-hidden">: {title}</span>
        </LinkButton>
      </DeleteDraft>
    </div>
  )
}

interface DeleteDraftProps {
  readonly id: string
  readonly title: string
  readonly onDeleted: () => void
  /** What stands beside the button. */
  readonly children: ReactNode
}

/** Asks before it deletes. */
function DeleteDraft({ id, title, onDeleted, children }: DeleteDraftProps) {
  const translate = useCopy(flowCopy)
  const [asking, setAsking] = useState(false)
  const close = () => {
    setAsking(false)
  }
  const sending = useSend({
    send: async () => {
      const { refusal } = await deleteDraft(id)
      close()
      // It was gone already: that is what was asked for.
      if (refusal !== undefined && refusal.code !== 'resource.not_found') return refusal
      closeDraft(id)
      onDeleted()
      return undefined
    },
  })
  return (
    <>
      <FailureAlert failure={sending.failure} />
      <div className="button-row">
        {children}
        <Button
          variant="quiet"
          onClick={() => {
            setAsking(true)
          }}
        >
          {translate('changes.delete')}
          <span className="visually-hidden">: {title}</span>
        </Button>
      </div>
      <Dialog
        open={asking}
        title={translate('changes.delete.title')}
        onClose={close}
        actions={
          <>
            {/* First, so that it has the focus: a second press of the same key must not delete anything. */}
            <Button onClick={close}>{translate('changes.delete.keep')}</Button>
            <Button
              variant="secondary"
              busy={sending.busy}
              busyLabel={translate('changes.delete.busy')}
              onClick={sending.submit}
            >
              {translate('changes.delete.confirm')}
            </Button>
          </>
        }
      >
        <p>{title}</p>
        <p>{translate('changes.delete.text')}</p>
      </Dialog>
    </>
  )
}
