import type { Locale } from '@connect/contract/shared/text'

/**
 * A calendar day (`YYYY-MM-DD`) or an instant (RFC 3339) in words: “November 21, 2026”, “21 de noviembre de 2026”.
 * An instant is told by the calendar of America/New_York, where the Department is.
 */
export function dateInWords(value: string, language: Locale): string {
  const isDay = value.length === 10
  const timeZone = isDay ? 'UTC' : 'America/New_York'
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
  return format.format(new Date(isDay ? `${value}T00:00:00Z` : value))
}
