import { addDays, dayInConnecticut } from '../benefits/calendar.ts'
import type { Report } from '../rooms/change-reports.ts'

/**
 * Calendar days in which the agency has to act on a change that was reported: what is told to people as “by when”.
 * Source: 7 CFR 273.12(c)(1) and (2).
 */
const agencyDays = 10

/** The day by which the agency acts on what reached it on a day; from the day after it, people should ask. */
export function agencyActsBy(receivedOn: string): string {
  return addDays(receivedOn, agencyDays)
}

/**
 * The day by which the agency acts on a report: counted from the day on which it had what it needs. That is when what it
 * asked for came, or was no longer waited for, and else when the report reached it. Null for a draft.
 */
export function agencyActsOnReportBy({
  receivedOn,
  timeline,
}: Pick<Report, 'receivedOn' | 'timeline'>): string | null {
  const asked = timeline.findLastIndex(({ kind }) => kind === 'needs_information')
  const answer = asked < 0 ? undefined : timeline[asked + 1]
  const since = answer === undefined ? receivedOn : dayInConnecticut(new Date(answer.at))
  return since === null ? null : agencyActsBy(since)
}
