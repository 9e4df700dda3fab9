import type { Locale } from '@connect/contract/shared/text'

/** A month (`YYYY-MM`) where there is little room: “Nov”, or “Nov 2026”. */
export function monthInWords(month: string, language: Locale, { year }: { readonly year: boolean }): string {
  const format = new Intl.DateTimeFormat(`${language}-US`, {
    month: 'short',
    ...(year && { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
