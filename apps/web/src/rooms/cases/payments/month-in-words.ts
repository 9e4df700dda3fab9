import type { Locale } from '@connect/contract/shared/text'

/** A month (`YYYY-MM`): “November 2026”, or “Nov” where there is little room. */
export function monthInWords(month: string, language: Locale, length: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat(language, {
    month: length,
    ...(length === 'long' && { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
