import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { flowCopy } from '../flow-copy.ts'
import { useChangeName } from '../use-change-names.ts'

/** What was reported, each change with its own due date and whether it was in time. */
export function ConfirmedChanges({ report: { changes } }: { readonly report: Report }) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const nameOf = useChangeName()
  return (
    <>
      <h2>{translate('changes.done.changes')}</h2>
      <ul>
        {changes.map((change, index) => (
          <li key={index}>
            <strong>{nameOf(changes, index)}</strong>
            {change.dueOn !== null && change.daysLeft !== null && (
              <>
                {'. '}
                {translate(change.daysLeft < 0 ? 'changes.done.late' : 'changes.done.in_time', {
                  date: dateInWords(change.dueOn, language),
                })}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
