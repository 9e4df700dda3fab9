import { daysLeft } from '@connect/contract/changes/change-details'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { dateInWords } from '../../lib/dates.ts'
import { flowCopy } from './flow-copy.ts'
import { todayInConnecticut } from './today.ts'

/** From how many days on it is high time. */
const soonDays = 3

/** By when a change has to be reported, and how many days are left; where it is late, that it is worth reporting. */
export function DueDate({ on }: { readonly on: string }) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const days = daysLeft(on, todayInConnecticut())
  const urgency = days < 0 ? 'late' : days <= soonDays ? 'soon' : 'later'
  return (
    <>
      <span>{translate('changes.due', { date: dateInWords(on, language) })}</span>{' '}
      <span className={`due-left due-${urgency}`}>
        {days < 0 ? translate('changes.due.late', { days: -days }) : translate('changes.due.left', { days })}
      </span>{' '}
      {days < 0 && <span>{translate('changes.due.anyway')}</span>}
    </>
  )
}
