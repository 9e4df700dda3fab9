import { addDays } from '../benefits/calendar.ts'
import type { RuleIssue } from '../shared/rule.ts'
import type { DayBound } from './change-type.ts'

/** Nobody reports a day of an earlier year. */
const earliestYear = 1900

interface Bounds {
  readonly earliest?: DayBound
  readonly latest?: DayBound
}

interface DaysAround {
  readonly today: string
  readonly changedOn: string | undefined
}

/** What a day breaks: it lies too early or too late, seen from today or from the day of the change. */
export function checkDay(on: string, { earliest, latest }: Bounds, around: DaysAround): RuleIssue[] {
  if (on < `${earliestYear}`) return [{ code: 'day.before_year', params: { year: earliestYear } }]
  const first = dayOf(earliest, around)
  if (earliest !== undefined && first !== undefined && on < first) {
    return [
      earliest === 'changedOn'
        ? { code: 'day.before_change' }
        : { code: 'day.too_early', params: { days: -earliest.daysFromToday } },
    ]
  }
  const last = dayOf(latest, around)
  if (latest !== undefined && last !== undefined && on > last) {
    return [
      latest === 'changedOn'
        ? { code: 'day.after_change' }
        : { code: 'day.too_late', params: { days: latest.daysFromToday } },
    ]
  }
  return []
}

/** Nothing changes for a person who is not born yet. */
export function checkBirthDate(changedOn: string, birthDates: readonly (string | undefined)[]): RuleIssue[] {
  const isBefore = birthDates.some((birthDate) => birthDate !== undefined && changedOn < birthDate)
  return isBefore ? [{ code: 'day.before_birth' }] : []
}

function dayOf(bound: DayBound | undefined, { today, changedOn }: DaysAround): string | undefined {
  if (bound === undefined) return undefined
  return bound === 'changedOn' ? changedOn : addDays(today, bound.daysFromToday)
}
