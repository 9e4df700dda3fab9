import type { Locale } from '@connect/contract/shared/text'

/** A calendar day (`YYYY-MM-DD`) as pages write it. */
export function dayInWords(day: string, language: Locale): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
