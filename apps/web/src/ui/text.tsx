import { useLanguage } from '../lib/copy/use-language.ts'
import { dateInWords } from '../lib/dates.ts'

/** A phone number as a link that calls it. */
export function PhoneLink({ number }: { readonly number: string }) {
  return (
    <a className="phone-link" href={`tel:+${number.replace(/\D/g, '')}`}>
      {number}
    </a>
  )
}

/** A calendar day (`YYYY-MM-DD`) or an instant (RFC 3339) in words, such as “November 21, 2026”. */
export function DateText({ value }: { readonly value: string }) {
  return <time dateTime={value}>{dateInWords(value, useLanguage())}</time>
}
