import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchPuzzle } from './puzzle.ts'

let isShown = false
let givenUp = 0

function watch() {
  return watchPuzzle(
    () => isShown,
    () => (givenUp += 1),
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  isShown = false
  givenUp = 0
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a puzzle of reCAPTCHA', () => {
  it('is given up soon after it was closed, and once', () => {
    watch()
    isShown = true
    vi.advanceTimersByTime(30_000)
    isShown = false
    vi.advanceTimersByTime(4000)
    expect(givenUp).toBe(0)
    vi.advanceTimersByTime(200_000)
    expect(givenUp).toBe(1)
  })

  it('goes on when it is out of sight only for a moment', () => {
    watch()
    isShown = true
    vi.advanceTimersByTime(10_000)
    isShown = false
    vi.advanceTimersByTime(2000)
    isShown = true
    vi.advanceTimersByTime(60_000)
    expect(givenUp).toBe(0)
  })

  it('is given up after two minutes, whether or not one was shown', () => {
    watch()
    vi.advanceTimersByTime(119_000)
    expect(givenUp).toBe(0)
    vi.advanceTimersByTime(1000)
    expect(givenUp).toBe(1)
  })

  it('is not looked at any more once the token has come', () => {
    const stop = watch()
    stop()
    vi.advanceTimersByTime(200_000)
    expect([givenUp, vi.getTimerCount()]).toEqual([0, 0])
  })
})
