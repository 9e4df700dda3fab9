import * as z from 'zod/mini'
import { dayInConnecticut } from '../benefits/calendar.ts'
import { rule, type RuleIssue } from '../shared/rule.ts'

/** Digits of a client ID, as they stand on every notice. */
export const clientIdDigits = 9

/** Longest text that is looked at for a client ID, with its spaces and dashes. */
const longestWriting = 60

/** Nobody who lives was born before. */
export const earliestBirthYear = 1900

/** How many letters and digits a one-time code of the agency has. */
export const associationCodeLength = 10

/** A client ID as people write it, down to its digits: spaces and dashes are how it is printed. */
export function normalizeClientId(value: string): string {
  return value.replace(/[\s\p{Pd}]/gu, '')
}

/** Nine digits, with or without spaces and dashes between them. */
export function checkClientId(value: string): RuleIssue[] {
  const digits = normalizeClientId(value)
  if (digits === '') return [{ code: 'client_id.required' }]
  if (!/^\d+$/.test(digits)) return [{ code: 'client_id.characters' }]
  return digits.length === clientIdDigits
    ? []
    : [{ code: 'client_id.length', params: { digits: clientIdDigits, given: digits.length } }]
}

/** In whichever way people write it; the digits alone after parsing. */
export const clientId = z
  .string()
  .check(z.maxLength(longestWriting), rule(checkClientId), z.overwrite(normalizeClientId))

/** A client ID as systems write it: its digits alone. */
export const clientIdAsStored = z
  .string()
  .check(
    rule((value: string) =>
      /^\d*$/.test(value) ? checkClientId(value) : [{ code: 'client_id.characters' as const }],
    ),
  )

/** A year of four digits in which somebody who lives can have been born. */
export function checkBirthYear(value: number, now = new Date()): RuleIssue[] {
  if (value < earliestBirthYear) return [{ code: 'birth_year.too_early', params: { min: earliestBirthYear } }]
  return value > Number(dayInConnecticut(now).slice(0, 4)) ? [{ code: 'birth_year.in_future' }] : []
}

export const birthYear = z.int().check(rule((value: number) => checkBirthYear(value)))

/** The last four digits of a Social Security number: text, since a zero may come first. */
export function checkSsnLast4(value: string): RuleIssue[] {
  if (value.trim() === '') return [{ code: 'ssn_digits.required' }]
  return /^\d{4}$/.test(value) ? [] : [{ code: 'ssn_digits.digits' }]
}

export const ssnLast4 = z.string().check(rule(checkSsnLast4))

/** A code as people type it from a letter: in capitals, without spaces and dashes, and what is easily confused as one. */
export function normalizeAssociationCode(value: string): string {
  return value
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** Ten letters and digits of the alphabet that Crockford made for reading aloud (base 32 without I, L, O, U). */
export function checkAssociationCode(value: string): RuleIssue[] {
  const code = normalizeAssociationCode(value)
  if (code === '') return [{ code: 'association_code.required' }]
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code)
    ? []
    : [{ code: 'association_code.characters', params: { length: associationCodeLength } }]
}

export const associationCode = z
  .string()
  .check(z.maxLength(longestWriting), rule(checkAssociationCode), z.overwrite(normalizeAssociationCode))
