import * as z from 'zod/mini'
import { isRealDay } from '../benefits/calendar.ts'
import { rule } from './rule.ts'

/** An instant: RFC 3339 in UTC. */
export const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/, 'RFC 3339 in UTC'))

/** A calendar day of America/New_York, `YYYY-MM-DD`. */
export const calendarDay = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'YYYY-MM-DD'))

/** A calendar day that there is: not February 30. For what others send. */
export const realDay = calendarDay.check(
  rule((on: string) => (isRealDay(on) ? [] : [{ code: 'day.not_in_calendar' as const }])),
)
