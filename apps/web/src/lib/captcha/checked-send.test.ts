import { describe, expect, it } from 'vitest'
import type { Answer } from '../api.ts'
import { checkIsMissing, sendChecked } from './checked-send.ts'
import { createSecurityCheck } from './security-check.ts'

/** A check that was passed, and what is sent with its solutions. */
async function passedCheck(...answers: Answer<string>[]) {
  const sent: string[] = []
  const state = { solved: 0, failing: false }
  const check = createSecurityCheck('recover', () => {
    if (state.failing) return Promise.reject(new Error('no connection'))
    state.solved += 1
    return Promise.resolve({ solution: `solution-${state.solved}`, expiresAt: Number.MAX_SAFE_INTEGER })
  })
  await check.start()
  const send = () =>
    sendChecked(check, (captcha) => {
      sent.push(captcha)
      return Promise.resolve(answers.shift() ?? { data: 'done' })
    })
  return { check, send, sent, state }
}

function refused(status: number, code: string, pointer?: string): Answer<string> {
  const errors = pointer === undefined ? {} : { errors: [{ pointer, code }] }
  return { refusal: { status, code, retryAfterSeconds: undefined, ...errors } }
}

describe('sending with a solved security check', () => {
  it('gives the solution at hand, and begins anew once it was taken', async () => {
    const { check, send, sent } = await passedCheck()
    expect(await send()).toEqual({ data: 'done' })
    expect(sent).toEqual(['solution-1'])
    expect(check.state()).toBe('resting')
  })

  it.each([
    ['nothing came back', refused(0, 'unreachable')],
    ['it was refused for another reason', refused(401, 'session.mismatch')],
  ])('solves another one in silence for the next try when %s', async (_case, answer) => {
    const { check, send, sent } = await passedCheck(answer)
    expect(await send()).toEqual(answer)
    expect(check.state()).toBe('passed')
    await send()
    expect(sent).toEqual(['solution-1', 'solution-2'])
  })

  it.each([
    ['its solution is refused', refused(422, 'captcha.spent', '/captcha')],
    ['a solution is asked for', refused(422, 'captcha.required')],
  ])('has the box marked again when %s', async (_case, answer) => {
    const { check, send } = await passedCheck(answer)
    await send()
    expect(check.state()).toBe('resting')
  })

  it('sends nothing and has the box marked again when no solution can be had', async () => {
    const { check, send, sent, state } = await passedCheck()
    check.discard()
    state.failing = true
    expect(await send()).toEqual({ refusal: checkIsMissing })
    expect(sent).toEqual([])
    expect(check.state()).toBe('resting')
  })
})
