import type { Money } from '@connect/contract/shared/money'
import type { Locale } from '@connect/contract/shared/text'

/** An amount as it is written in this country: “$1,234.50”. */
export function moneyInWords({ amount, currency }: Money, language: Locale): string {
  return new Intl.NumberFormat(`${language}-US`, { style: 'currency', currency }).format(amount / 100)
}

/** An amount to the nearest dollar, where there is little room: “$1,235”. */
export function dollarsInWords({ amount, currency }: Money, language: Locale): string {
  const format = new Intl.NumberFormat(`${language}-US`, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  })
  return format.format(amount / 100)
}
