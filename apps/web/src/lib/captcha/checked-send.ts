import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Answer, Refusal } from '../api.ts'
import type { SecurityCheck } from './security-check.ts'

const checkMissing: RequestIssue = { pointer: '/captcha', code: 'captcha.missing' }

/** What is wrong with the box as it stands. */
export function checkIssues(check: SecurityCheck): RequestIssue[] {
  return check.state() === 'passed' ? [] : [checkMissing]
}

/** What is said of a request that lacks the check, as the service would refuse it. */
export const checkIsMissing: Refusal = {
  code: 'captcha.required',
  status: 422,
  retryAfterSeconds: undefined,
  errors: [checkMissing],
}

/** Whether the service asks for the check, or refuses its solution. */
export function asksForCheck({ code, errors = [] }: Refusal): boolean {
  return code === 'captcha.required' || errors.some(({ pointer }) => pointer === '/captcha')
}

/**
 * Sends something with a solved security check, each solution once: whether it was used is not always known. One that
 * went stale, and the next try's, are solved in silence; where the service refuses one, the person does the check again.
 */
export async function sendChecked<Data>(
  check: SecurityCheck,
  send: (captcha: string) => Promise<Answer<Data>>,
): Promise<Answer<Data>> {
  const captcha = await check.fresh().catch(() => undefined)
  if (captcha === undefined) {
    check.reset()
    return { refusal: { ...checkIsMissing } }
  }
  check.discard()
  const answer = await send(captcha)
  if (!answer.refusal || asksForCheck(answer.refusal)) check.reset()
  return answer
}
