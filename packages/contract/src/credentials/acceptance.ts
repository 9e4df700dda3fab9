import type { FieldIssue } from '../shared/rule.ts'

/**
 * The rule about accepting the user acceptance agreement. With `currentVersion`, also that this is the version
 * accepted; the browser leaves that to the server, which alone knows what is in force. An absent agreement is told
 * by its schema.
 */
export function checkAcceptance(agreement: unknown, currentVersion?: string): FieldIssue[] {
  if (typeof agreement !== 'object' || agreement === null) return []
  const { accepted, version }: { accepted?: unknown; version?: unknown } = agreement
  const issues: FieldIssue[] = []
  if (accepted === false) issues.push({ path: ['agreement', 'accepted'], code: 'agreement.not_accepted' })
  if (currentVersion !== undefined && typeof version === 'string' && version !== currentVersion) {
    issues.push({
      path: ['agreement', 'version'],
      code: 'agreement.old_version',
      params: { current: currentVersion },
    })
  }
  return issues
}
