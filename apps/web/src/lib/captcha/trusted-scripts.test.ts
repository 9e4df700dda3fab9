import { describe, expect, it } from 'vitest'
import workerUrl from 'altcha/workers/pbkdf2?worker&url'
import { refuseStrangers } from './trusted-scripts.ts'

describe('the one policy for script addresses', () => {
  it('lets our worker and the script of reCAPTCHA through', () => {
    const googles = 'https://www.google.com/recaptcha/api.js?render=explicit'
    expect([refuseStrangers(workerUrl), refuseStrangers(googles)]).toEqual([workerUrl, googles])
  })

  it.each([
    'https://example.org/evil.js',
    'data:text/javascript,alert(1)',
    `${workerUrl}#x`,
    'https://www.google.com/recaptcha/api.js?render=explicit&onload=alert',
    'https://www.google.com.example.org/recaptcha/api.js?render=explicit',
    '',
  ])('refuses %j', (url) => {
    expect(() => refuseStrangers(url)).toThrow(TypeError)
  })
})
