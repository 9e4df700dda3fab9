import { addDays } from '../benefits/calendar.ts'

/**
 * Calendar days in which the agency has to act on a change that was reported: what is told to people as “by when”.
 * Source: 7 CFR 273.12(c)(1) and (2).
 */
const agencyDays = 10

/** The day by which the agency acts on what reached it on a day; from the day after it, people should ask. */
export function agencyActsBy(receivedOn: string): string {
  return addDays(receivedOn, agencyDays)
}
