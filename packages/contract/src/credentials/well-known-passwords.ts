import { coresOf } from './disguises.ts'
import { isKeyboardPattern } from './keyboard-patterns.ts'
import { commonWords } from './well-known-passwords.data.gen.ts'
import { unpackWords } from './word-list.ts'
import type { RuleIssue } from '../shared/rule.ts'

/** Longer ones are refused for their length; looking into them would only cost time, with its square. */
const longestJudged = 40

/**
 * Refuses a password that is a well-known one in disguise (case, digits and signs around it, look-alike signs for
 * letters) or a pattern of keys. Browsers load this module by itself, for its list: the commoner half of what
 * `all-well-known-passwords.ts` knows.
 */
export function checkWellKnownPassword(value: string): RuleIssue[] {
  return isWellKnownPassword(value) ? [{ code: 'password.well_known' }] : []
}

export function isWellKnownPassword(value: string): boolean {
  return (value.length <= longestJudged && isKeyboardPattern(value)) || isDisguiseOf(common(), value)
}

/** Whether one of the words is what a password disguises. */
export function isDisguiseOf(words: ReadonlySet<string>, password: string): boolean {
  return password.length <= longestJudged && [...coresOf(password)].some((core) => words.has(core))
}

let unpacked: ReadonlySet<string> | undefined

/** Unpacked when first asked for: most pages never ask. */
function common(): ReadonlySet<string> {
  unpacked ??= unpackWords(commonWords)
  return unpacked
}
