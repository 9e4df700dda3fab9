import * as z from 'zod/mini'
import { foldText } from '../shared/fold.ts'
import { rule, type RuleIssue } from '../shared/rule.ts'

/** Figures from the Department's guide to MyAccount. */
export const userIdLength = { min: 5, max: 15 } as const

/** A piece of a name shorter than this is not held against a user ID (Active Directory's reading of "part"). */
export const namePartMinLength = 3

export interface PersonNames {
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
}

/**
 * The rules for choosing a user ID: 5 to 15 letters (A–Z, either case) and digits. Whether it is free is the
 * server's to say; `checkUserIdAgainstNames` holds the rule about names.
 */
export function checkUserId(value: string): RuleIssue[] {
  if (value === '') return [{ code: 'user_id.required' }]
  const issues: RuleIssue[] = []
  const length = [...value].length
  if (length < userIdLength.min) issues.push({ code: 'user_id.too_short', params: { min: userIdLength.min } })
  if (length > userIdLength.max) issues.push({ code: 'user_id.too_long', params: { max: userIdLength.max } })
  if (!/^[A-Za-z0-9]*$/.test(value)) issues.push({ code: 'user_id.characters' })
  return issues
}

/** What is longer is refused for its length; this bounds what comparing every part with all of it costs. */
const longestJudged = 200

/** A user ID may not contain any part of the first or last name; one issue for each part found. */
export function checkUserIdAgainstNames(value: string, names: PersonNames): RuleIssue[] {
  const folded = foldUserId(value.slice(0, longestJudged))
  return nameParts(names)
    .filter((part) => folded.includes(part))
    .map((part) => ({ code: 'user_id.contains_name', params: { part } }))
}

/** Apostrophes that Unicode counts as letters (ʻ ʼ) part a name as the others do. */
const notALetter = /(?:[^\p{L}]|[\u02b0-\u02ff])+/u

/** The pieces of the names that a user ID may not contain: case and accents folded, three letters or more, once each. */
export function nameParts(names: PersonNames): string[] {
  const parts = [names.firstName, names.lastName].flatMap((name) =>
    foldText((name ?? '').slice(0, longestJudged)).split(notALetter),
  )
  return [...new Set(parts.filter((part) => [...part].length >= namePartMinLength))]
}

/** The form under which user IDs are compared: signing in and uniqueness ignore case. */
export function foldUserId(value: string): string {
  return value.toLowerCase()
}

/** A user ID to be chosen. */
export const userIdToSet = z.string().check(rule(checkUserId))

/** A user ID to be looked up: made under whatever rules held then, so only bounded. */
export const userIdToCheck = z.string().check(z.minLength(1), z.maxLength(64))
