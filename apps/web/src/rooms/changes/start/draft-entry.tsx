import type { ReactNode } from 'react'
import type { ListedReport } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../../lib/dates.ts'
import { AskedAction } from '../../../lib/own-pages/asked-action.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
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
  const remove = async () => {
    const { refusal } = await deleteDraft(id)
    // It was gone already: that is what was asked for.
    return refusal?.code === 'resource.not_found' ? undefined : refusal
  }
  return (
    <AskedAction
      variant="quiet"
      beside={children}
      label={
        <>
          {translate('changes.delete')}
          <span className="visually-hidden">: {title}</span>
        </>
      }
      words={{
        title: translate('changes.delete.title'),
        keep: translate('changes.delete.keep'),
        confirm: translate('changes.delete.confirm'),
        busy: translate('changes.delete.busy'),
      }}
      send={remove}
      onDone={() => {
        closeDraft(id)
        onDeleted()
      }}
    >
      <p>{title}</p>
      <p>{translate('changes.delete.text')}</p>
    </AskedAction>
  )
}
