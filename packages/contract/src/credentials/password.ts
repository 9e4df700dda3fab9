import * as z from 'zod/mini'
import { rule, type RuleIssue } from '../shared/rule.ts'

/** Figures from the Department's guide to MyAccount. */
export const passwordLength = { min: 9, max: 15 } as const

/** Signs that are shown to people as examples; any printable ASCII sign counts. */
export const specialCharacterExamples = ['@', '!', '#', '$', '&'] as const

/**
 * The rules for choosing a password: 9 to 15 printable ASCII characters (0x21–0x7E, so that bcrypt's 72 bytes never
 * cut one off), with a lower-case letter, an upper-case letter, a digit and a special character, and no spaces.
 * `well-known-passwords.ts` holds the rule about well-known ones.
 */
export function checkPassword(value: string): RuleIssue[] {
  if (value === '') return [{ code: 'password.required' }]
  const issues: RuleIssue[] = []
  const length = [...value].length
  if (length < passwordLength.min)
    issues.push({ code: 'password.too_short', params: { min: passwordLength.min } })
  if (length > passwordLength.max)
    issues.push({ code: 'password.too_long', params: { max: passwordLength.max } })
  if (!/[a-z]/.test(value)) issues.push({ code: 'password.needs_lower_case' })
  if (!/[A-Z]/.test(value)) issues.push({ code: 'password.needs_upper_case' })
  if (!/[0-9]/.test(value)) issues.push({ code: 'password.needs_digit' })
  if (!/[!-/:-@[-`{-~]/.test(value)) issues.push({ code: 'password.needs_special' })
  if (/\s/u.test(value)) issues.push({ code: 'password.no_spaces' })
  if (/[^\s!-~]/u.test(value)) issues.push({ code: 'password.characters' })
  return issues
}

/** A password may not contain the user ID, in either case. */
export function checkPasswordAgainstUserId(value: string, userId: string): RuleIssue[] {
  return userId !== '' && value.toLowerCase().includes(userId.toLowerCase())
    ? [{ code: 'password.contains_user_id' }]
    : []
}

/** A password to be chosen. */
export const passwordToSet = z.string().check(rule(checkPassword))

/** A password to be compared: made under whatever rules held then, so only bounded. */
export const passwordToCheck = z.string().check(z.minLength(1), z.maxLength(128))
