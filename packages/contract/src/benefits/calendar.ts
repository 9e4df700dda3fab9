/** Calendar days are `YYYY-MM-DD` of America/New_York; reckoning with them knows no hours and no clock changes. */

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000

/** Midnight in UTC stands for the day: the one zone without clock changes. */
function toTime(on: string): number {
  return Date.parse(`${on}T00:00:00Z`)
}

/** The first and the last day that there are in four digits. */
const firstTime = toTime('0001-01-01')
const lastTime = toTime('9999-12-31')

/** What lies beyond the days that can be written is the last of them: whoever means no end writes such days. */
function fromTime(time: number): string {
  return new Date(Math.min(Math.max(time, firstTime), lastTime)).toISOString().slice(0, 10)
}

/** Whether the day is in the calendar: not February 30, and of no year 0, which there was not. */
export function isRealDay(on: string): boolean {
  const time = toTime(on)
  return !Number.isNaN(time) && fromTime(time) === on
}

/** The day so many days later; earlier for a negative number. */
export function addDays(on: string, days: number): string {
  return fromTime(toTime(on) + days * day)
}

/** How many days lie between; negative when `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toTime(to) - toTime(from)) / day)
}

/** A day of the month that `on` lies in, or of the month after so many more. */
export function dayOfMonth(on: string, dayNumber: number, monthsLater = 0): string {
  const [year, month] = on.split('-').map(Number) as [number, number]
  return fromTime(Date.UTC(year, month - 1 + monthsLater, dayNumber))
}

/** Made once: it takes a hundred times as long as its use. */
const inConnecticut = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })

/** The calendar day of America/New_York at an instant. */
export function dayInConnecticut(instant: Date): string {
  return inConnecticut.format(instant)
}
