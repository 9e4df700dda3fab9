import { useCaseWords } from './use-case-words.ts'
import './cases.css'

/** From how many days on it is high time. */
export const soonDays = 10

/** How many days there are until something is due. */
export function DaysLeft({ days }: { readonly days: number }) {
  const { daysLeft } = useCaseWords()
  const urgency = days < 0 ? 'late' : days <= soonDays ? 'soon' : 'later'
  return <span className={`case-mark days-${urgency}`}>{daysLeft(days)}</span>
}
