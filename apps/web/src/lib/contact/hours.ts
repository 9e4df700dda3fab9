import type { Locale } from '@connect/contract/shared/text'
import type { ContactLine } from './contact-lines.ts'

export type OpeningHours = NonNullable<ContactLine['hours']>

/** The words that opening hours are put together with; the copy gives them. */
export interface HoursWords {
  /** “{first} to {last}”, for days in a row. */
  readonly days: (first: string, last: string) => string
  /** “{days}, {opens} to {closes}” */
  readonly hours: (days: string, opens: string, closes: string) => string
}

/** Opening hours as a person says them, such as “Monday to Friday, 7:30 a.m. to 4 p.m.”. */
export function hoursInWords(hours: OpeningHours, language: Locale, words: HoursWords): string {
  const names = hours.days.map((day) => weekdayName(day, language))
  const first = names[0]
  const last = names.at(-1)
  const inARow = hours.days.every((day, index) => index === 0 || day === (hours.days[index - 1] ?? 0) + 1)
  const days =
    first !== undefined && last !== undefined && names.length > 2 && inARow
      ? words.days(first, last)
      : new Intl.ListFormat(`${language}-US`, { type: 'conjunction' }).format(names)
  const sentence = words.hours(days, timeInWords(hours.opens), timeInWords(hours.closes))
  return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1)
}

/** “07:30” as “7:30 a.m.”, “16:00” as “4 p.m.”: both languages write the hours of the day so in this country. */
function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`
}

/** The name of a day of the week; 1 is Monday (ISO 8601). The first of January 2024 was one. */
function weekdayName(day: number, language: Locale): string {
  return new Intl.DateTimeFormat(`${language}-US`, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  )
}
