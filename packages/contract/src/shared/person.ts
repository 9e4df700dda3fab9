import * as z from 'zod/mini'
import { rule, type RuleIssue } from './rule.ts'
import { unseen } from './unseen.ts'

/** Longest name that is taken, in characters (code points). */
export const nameMaxLength = 100

/** Letters of any script with their marks, and the signs that stand in real names. */
const nameCharacters = /^[\p{L}\p{M}'’ʼ‘`´.\-‐‑– ·・]+$/u

/**
 * A legal first or last name. One letter is a name, so are apostrophes, hyphens, accents and scripts other than
 * Latin; digits, signs that no name has, and characters that nobody sees are not.
 */
export function checkName(value: string): RuleIssue[] {
  if (value.trim() === '') return [{ code: 'name.required' }]
  const issues: RuleIssue[] = []
  if ([...value].length > nameMaxLength) {
    issues.push({ code: 'name.too_long', params: { max: nameMaxLength } })
  }
  if (!nameCharacters.test(value) || !/\p{L}/u.test(value) || unseen.test(value)) {
    issues.push({ code: 'name.characters' })
  }
  return issues
}

export const personName = z.string().check(z.overwrite(tidy), rule(checkName))

/** Longest e-mail address that can be delivered to (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
export const emailMaxLength = 254

/** Longest part before the @ (RFC 5321, section 4.5.3.1.1). */
const emailLocalMaxLength = 64

/** One or more parts of printable ASCII with dots between them, and a domain name with at least one dot. */
const emailPattern =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,58}[a-z\d])$/i

/** An address that can receive mail: one @, a dotted domain, no spaces. Only a confirmation proves more. */
export function checkEmail(value: string): RuleIssue[] {
  if (value.length > emailMaxLength) return [{ code: 'email.too_long', params: { max: emailMaxLength } }]
  const fits = emailPattern.test(value) && value.lastIndexOf('@') <= emailLocalMaxLength
  return fits ? [] : [{ code: 'email.format' }]
}

export const email = z.string().check(z.overwrite(trim), rule(checkEmail))

/** An e-mail address that may be left blank, as a form sends it. */
export const emailOrBlank = z.string().check(
  z.overwrite(trim),
  rule((value) => (value === '' ? [] : checkEmail(value))),
)

function trim(value: string): string {
  return value.trim()
}

/** One way to write a name: composed characters, single plain spaces, none at the ends. */
function tidy(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
}
