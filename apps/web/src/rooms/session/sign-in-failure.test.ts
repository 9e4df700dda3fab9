import { describe, expect, it } from 'vitest'
import { failureOf } from './sign-in-failure.ts'

const refusal = (status: number, code: string, more = {}) => ({
  status,
  code,
  retryAfterSeconds: undefined,
  ...more,
})

describe('why signing in failed', () => {
  it('is the same for everything that does not match', () => {
    const tooLong = refusal(422, 'request.invalid', {
      errors: [{ pointer: '/userId', code: 'text.too_big' }],
    })
    expect(failureOf(refusal(401, 'session.invalid_credentials'))).toEqual({ kind: 'mismatch' })
    expect(failureOf(tooLong)).toEqual({ kind: 'mismatch' })
  })

  it('says how many minutes to wait, and never none', () => {
    expect(failureOf(refusal(429, 'limit.rate', { retryAfterSeconds: 61 }))).toEqual({
      kind: 'limit',
      minutes: 2,
    })
    expect(failureOf(refusal(429, 'limit.rate', { retryAfterSeconds: 0 }))).toEqual({
      kind: 'limit',
      minutes: 1,
    })
  })

  it('tells a lost connection, a busy service and a fault apart', () => {
    const kinds = [refusal(0, 'unreachable'), refusal(503, 'server.busy'), refusal(500, 'server.error')].map(
      failureOf,
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['connection', 'busy', 'server'])
  })
})
