import type { Locale } from '@connect/contract/shared/text'

const languages = { en: 'en-US', es: 'es-US' } as const
const timeZone = 'America/New_York'

/** An instant, or a calendar day, as people read it. */
type InWords = (text: string) => string

/** The day of an instant in Connecticut, as people write it. */
export function dayIn(locale: Locale): InWords {
  const format = new Intl.DateTimeFormat(languages[locale], { dateStyle: 'long', timeZone })
  return (instant) => format.format(new Date(instant))
}

/** The day and the time of an instant in Connecticut. */
export function timeIn(locale: Locale): InWords {
  const format = new Intl.DateTimeFormat(languages[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  })
  return (instant) => format.format(new Date(instant))
}

/** A calendar day, `YYYY-MM-DD`, as people write it. */
export function calendarDayIn(locale: Locale): InWords {
  const day = dayIn(locale)
  // At noon it is the same day in Connecticut.
  return (on) => day(`${on}T12:00:00-05:00`)
}
