import { useCaseWords } from './use-case-words.ts'
import './cases.css'

/** From how many days on it is high time. */
const soon = 10

/** How many days there are until something is due. */
export function DaysLeft({ days }: { readonly days: number }) {
  const { daysLeft } = useCaseWords()
  const urgency = days < 0 ? 'late' : days <= soon ? 'soon' : 'later'
  return <span className={`case-mark days-${urgency}`}>{daysLeft(days)}</span>
}
