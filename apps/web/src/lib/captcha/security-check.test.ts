import { describe, expect, it } from 'vitest'
import { createSecurityCheck } from './security-check.ts'

const minute = 60_000

/** A check whose solutions live 20 minutes, on a clock that the test moves. */
function checkOnAClock() {
  const clock = { now: 0, solved: 0, failing: false }
  const solve = () => {
    if (clock.failing) return Promise.reject(new Error('no connection'))
    clock.solved += 1
    return Promise.resolve({ solution: `solution-${clock.solved}`, expiresAt: clock.now + 20 * minute })
  }
  return { clock, check: createSecurityCheck('register', solve, () => clock.now) }
}

describe('the security check', () => {
  it('rests until it is started, then works, then has passed', async () => {
    const { check } = checkOnAClock()
    const seen = [check.state()]
    check.subscribe(() => seen.push(check.state()))
    expect(await check.start()).toBe('solution-1')
    expect(seen).toEqual(['resting', 'working', 'passed'])
  })

  it('works once when it is started twice', async () => {
    const { check, clock } = checkOnAClock()
    await Promise.all([check.start(), check.start()])
    expect(clock.solved).toBe(1)
  })

  it('gives the same solution while it is good and a new one when it is stale', async () => {
    const { check, clock } = checkOnAClock()
    await check.start()
    clock.now = 19 * minute
    expect(await check.fresh()).toBe('solution-1')
    clock.now = 20 * minute
    expect(await check.fresh()).toBe('solution-2')
    expect(check.state()).toBe('passed')
  })

  it('solves anew when the solution was used or refused', async () => {
    const { check } = checkOnAClock()
    await check.start()
    check.discard()
    expect(await check.fresh()).toBe('solution-2')
  })

  it('says that it failed, and can be tried again', async () => {
    const { check, clock } = checkOnAClock()
    clock.failing = true
    expect(await check.start()).toBeUndefined()
    expect(check.state()).toBe('failed')
    clock.failing = false
    expect(await check.start()).toBe('solution-1')
  })

  it('does not pass for somebody who has cancelled meanwhile', async () => {
    const { check } = checkOnAClock()
    const started = check.start()
    check.reset()
    expect(await started).toBeUndefined()
    expect(check.state()).toBe('resting')
  })
})
