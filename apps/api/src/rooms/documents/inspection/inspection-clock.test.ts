import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createInspectionClock } from './inspection-clock.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Parts of which each takes so many milliseconds to come. */
async function* after(...times: readonly number[]): AsyncGenerator<number> {
  for (const time of times) {
    vi.advanceTimersByTime(time)
    yield time
  }
}

/** Takes parts to their end, and so long for each. */
async function take(parts: AsyncGenerator, each = 0): Promise<void> {
  while ((await parts.next()).done !== true) vi.advanceTimersByTime(each)
}

test('what somebody is waited for counts in all, however often, and nothing in between', async () => {
  const over = vi.fn()
  const clock = createInspectionClock(100, over)
  await take(clock.awaited(after(60, 39)), 1_000)
  expect(over).not.toHaveBeenCalled()
  await take(clock.awaited(after(1)))
  expect(over).toHaveBeenCalledOnce()
})

test('while they wait for us themselves it does not count', async () => {
  const over = vi.fn()
  const clock = createInspectionClock(100, over)
  const given = clock.given(after(1_000, 50))
  async function* waiting() {
    yield await given.next()
    yield await given.next()
    vi.advanceTimersByTime(99)
    expect(over).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    yield 'over'
  }
  await take(clock.awaited(waiting()))
  expect(over).toHaveBeenCalledOnce()
})
