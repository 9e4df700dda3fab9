import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Answer, Refusal } from '../../lib/api.ts'
import type { SecurityCheck } from '../../lib/captcha/security-check.ts'

const checkMissing: RequestIssue = { pointer: '/captcha', code: 'captcha.missing' }

/** What is wrong with the box as it stands. */
export function checkIssues(check: SecurityCheck): RequestIssue[] {
  return check.state() === 'passed' ? [] : [checkMissing]
}

/**
 * Sends something with a solved security check. A solution that went stale is solved anew in silence; where the service
 * refuses one, the person does the check again.
 */
export async function sendChecked<Data>(
  check: SecurityCheck,
  send: (captcha: string) => Promise<Answer<Data>>,
): Promise<Answer<Data>> {
  const captcha = await check.fresh().catch(() => undefined)
  if (captcha === undefined) {
    check.reset()
    return { refusal: missing }
  }
  const answer = await send(captcha)
  if (!answer.refusal || isAboutCheck(answer.refusal)) check.reset()
  // It may have been used although nothing came back.
  else if (answer.refusal.status === 0 || answer.refusal.status >= 500) check.discard()
  return answer
}

const missing: Refusal = {
  code: 'captcha.required',
  status: 422,
  retryAfterSeconds: undefined,
  errors: [checkMissing],
}

function isAboutCheck({ errors = [] }: Refusal): boolean {
  return errors.some(({ pointer }) => pointer === '/captcha')
}
