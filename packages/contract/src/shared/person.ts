import * as z from 'zod/mini'
import { rule, type RuleIssue } from './rule.ts'

/** Longest name that is taken, in characters (code points). */
export const nameMaxLength = 100

/**
 * A legal first or last name. One letter is a name, so are apostrophes, hyphens, accents and scripts other than
 * Latin; digits and signs that no name has are not.
 */
export function checkName(value: string): RuleIssue[] {
  if (value.trim() === '') return [{ code: 'name.required' }]
  const issues: RuleIssue[] = []
  if ([...value].length > nameMaxLength)
    issues.push({ code: 'name.too_long', params: { max: nameMaxLength } })
  if (!/^[\p{L}\p{M}'’ʼ‘`.\-‐‑– ·]+$/u.test(value) || !/\p{L}/u.test(value))
    issues.push({ code: 'name.characters' })
  return issues
}

export const personName = z.string().check(z.overwrite(tidy), rule(checkName))

/** Longest e-mail address that can be delivered to (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
export const emailMaxLength = 254

/** An address that can receive mail: one @, a dotted domain, no spaces. Only a confirmation proves more. */
export function checkEmail(value: string): RuleIssue[] {
  if (value.length > emailMaxLength) return [{ code: 'email.too_long', params: { max: emailMaxLength } }]
  return emailPattern.test(value) ? [] : [{ code: 'email.format' }]
}

const emailPattern =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/

export const email = z.string().check(z.overwrite(trim), rule(checkEmail))

/** An e-mail address that may be left blank, as a form sends it. */
export const emailOrBlank = z.string().check(
  z.overwrite(trim),
  rule((value) => (value === '' ? [] : checkEmail(value))),
)

function trim(value: string): string {
  return value.trim()
}

/** One way to write a name: composed characters, single spaces, none at the ends. */
function tidy(value: string): string {
  return value.normalize('NFC').replace(/ +/g, ' ').trim()
}
