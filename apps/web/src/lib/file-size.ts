import type { Locale } from '@connect/contract/shared/text'

/** How large a file is, in the unit that suits it: “48 kB”, “1.4 MB”. Never less than one kilobyte. */
export function fileSizeInWords(bytes: number, language: Locale): string {
  const isLarge = bytes >= 999_500
  const format = new Intl.NumberFormat(`${language}-US`, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  })
  return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000)).replace(' ', '\u00a0')
}
