import { isRealDay } from '@connect/contract/benefits/calendar'
import type { DetailValue } from '@connect/contract/changes/draft-change'

/** What somebody typed, as the value that it means; `text` alone while it means none. */
export type Typed<Value extends DetailValue> =
  { readonly value: Value; readonly text?: never } | { readonly value?: never; readonly text: string }

/** Dollars as people write them: `$1,234.50`, `1234.5`, `1234`. A minus is read, so that it can be told of. */
const dollars = /^(-?\$?|\$-)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})?)?$/

/** Longest whole number that is read, in digits: all of them are exact. */
const mostDigits = 12

/** An amount as it is typed. */
export function readMoney(text: string): Typed<{ amount: number; currency: 'USD' }> {
  const match = dollars.exec(text.replaceAll(/\s/g, ''))
  const whole = match?.[2]?.replaceAll(',', '') ?? ''
  if (!match || whole.length > mostDigits) return { text }
  const cents = Number(whole) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return { value: { amount: match[1]?.includes('-') === true ? -cents : cents, currency: 'USD' } }
}

/** A whole number as it is typed. */
export function readNumber(text: string): Typed<number> {
  const digits = text.trim()
  return /^-?\d+$/.test(digits) && digits.length <= mostDigits ? { value: Number(digits) } : { text }
}

/** An amount as it stands in its field when it was typed earlier. */
export function writeMoney(cents: number): string {
  const text = (cents / 100).toFixed(2)
  return text.endsWith('.00') ? text.slice(0, -3) : text
}

/** The three parts of a date, as typed. */
export interface DateParts {
  readonly month: string
  readonly day: string
  readonly year: string
}

/** A date as it is typed: a day of the calendar, or the parts with slashes between them. Blank parts are no text. */
export function readDate({ month, day, year }: DateParts): Typed<string> {
  const [m, d, y] = [month, day, year].map((part) => part.trim()) as [string, string, string]
  const on = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(on) && isRealDay(on)) return { value: on }
  return { text: m + d + y === '' ? '' : `${m}/${d}/${y}` }
}

/** The parts of a date that was typed earlier. */
export function writeDate(value: string | undefined, text = ''): DateParts {
  if (value !== undefined) {
    const [year = '', month = '', day = ''] = value.split('-')
    return { month: String(Number(month)), day: String(Number(day)), year }
  }
  const [month = '', day = '', year = ''] = text.split('/')
  return { month, day, year }
}

/** The parts of a whole date that was pasted into one of its fields; undefined for anything else. */
export function pastedDate(text: string): DateParts | undefined {
  const [, month, day, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? []
  return month !== undefined && day !== undefined && year !== undefined ? { month, day, year } : undefined
}

/** Whether what was typed of a date has all its parts, and yet is no day of the calendar. */
export function isNoDay(text: string): boolean {
  return /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)
}
