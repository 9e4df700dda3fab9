import type { Locale } from '@connect/contract/shared/text'

/**
 * A calendar day (`YYYY-MM-DD`) or an instant (RFC 3339) in words: “November 21, 2026”, “21 de noviembre de 2026”.
 * An instant is told by the calendar of America/New_York, where the Department is.
 */
export function dateInWords(value: string, language: Locale): string {
  const isDay = value.length === 10
  const timeZone = isDay ? 'UTC' : 'America/New_York'
  const format = new Intl.DateTimeFormat(`${language}-US`, { dateStyle: 'long', timeZone })
  return format.format(new Date(isDay ? `${value}T00:00:00Z` : value))
}

/**
 * An instant (RFC 3339) with its time of day: “November 21, 2026 at 3:05 PM”, “21 de noviembre de 2026 a las 3:05 p.m.”,
 * by the clocks of America/New_York.
 */
export function momentInWords(value: string, language: Locale): string {
  const format = new Intl.DateTimeFormat(`${language}-US`, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'America/New_York',
  })
  // The two letters never stand alone on a line.
  return format.format(new Date(value)).replace(/\s(?=\S*\.?m\.?$)/iu, '\u00a0')
}
