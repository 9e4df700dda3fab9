import { afterEach, describe, expect, it, vi } from 'vitest'
import { hideCode, readCode } from './shown-code.ts'

const replaceState = vi.fn()

afterEach(() => {
  vi.unstubAllGlobals()
  replaceState.mockClear()
})

describe('what stands behind the # of the address', () => {
  it.each(['1.key.facts.signature', '1.key.fac', 'half', '%'])('is read and taken off: %s', (code) => {
    show(`#${code}`)
    expect(readCode()).toBe(code)
    hideCode()
    expect(replaceState).toHaveBeenCalledWith({ key: 'a-visit' }, '', '/receipts/verify')
  })

  it.each(['', '#', '#main'])('is no code, and stays: %s', (hash) => {
    show(hash)
    expect(readCode()).toBeUndefined()
    hideCode()
    expect(replaceState).not.toHaveBeenCalled()
  })
})

function show(hash: string): void {
  // As browsers do.
  vi.stubGlobal('location', { pathname: '/receipts/verify', hash: hash === '#' ? '' : hash })
  vi.stubGlobal('history', { state: { key: 'a-visit' }, replaceState })
}
