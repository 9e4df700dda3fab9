import { describe, expect, it } from 'vitest'
import { deviceOf } from './device.ts'

describe('the device of a request', () => {
  it.each([
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
      'chrome.android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'safari.ios',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0', 'firefox.windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
      'edge.windows',
    ],
    ['curl/8.5.0', 'other.other'],
    ['García, José', 'other.other'],
  ])('of %s is %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device)
  })

  it('is unknown where nothing, or far too much, is said', () => {
    expect([deviceOf(undefined), deviceOf(''), deviceOf('Chrome/'.repeat(1000))]).toEqual([
      'other.other',
      'other.other',
      'other.other',
    ])
  })
})
