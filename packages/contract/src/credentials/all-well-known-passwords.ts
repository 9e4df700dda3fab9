import { isDisguiseOf, isWellKnownPassword } from './well-known-passwords.ts'
import { rarerWords } from './well-known-passwords.rest.data.gen.ts'
import { unpackWords } from './word-list.ts'
import type { RuleIssue } from '../shared/rule.ts'

/**
 * The rule of `well-known-passwords.ts` over every listed password. Its list is too long for a browser, which is
 * why the server may refuse a rare one that the form let pass.
 */
export function checkAgainstAllWellKnownPasswords(value: string): RuleIssue[] {
  return isWellKnownPassword(value) || isDisguiseOf(rarer(), value) ? [{ code: 'password.well_known' }] : []
}

let unpacked: ReadonlySet<string> | undefined

function rarer(): ReadonlySet<string> {
  unpacked ??= unpackWords(rarerWords)
  return unpacked
}
