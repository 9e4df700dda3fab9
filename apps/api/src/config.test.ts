import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const enough = { DATABASE_URL: 'postgresql://app@localhost/connect', SCANNER: 'none' }

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  return []
}

describe('the settings', () => {
  it('need no more than a database', () => {
    expect(readConfig(enough)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      trustedProxies: [],
      captcha: { provider: 'altcha' },
      scanner: { kind: 'none' },
    })
  })

  it('name every fault at once', () => {
    const faults = faultsOf({
      PORT: 'x',
      SCANNER: 'all',
      TRUSTED_PROXIES: 'everybody',
      CAPTCHA_PROVIDER: 'none',
      DATABASE_URL: 'mysql://here',
    })
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'TRUSTED_PROXIES',
      'CAPTCHA_PROVIDER',
      'SCANNER',
    ])
  })

  it('say that a database is missing, and take an empty value for a missing one', () => {
    expect(faultsOf({ ...enough, DATABASE_URL: '' })).toEqual(['DATABASE_URL: is not set'])
  })

  it('want both keys of reCAPTCHA when it is chosen', () => {
    expect(faultsOf({ ...enough, CAPTCHA_PROVIDER: 'recaptcha' })).toHaveLength(2)
  })

  it('leave files unscanned by themselves in a demonstration alone', () => {
    const { DATABASE_URL } = enough
    expect(readConfig({ DATABASE_URL, DEMO: '1' }).scanner).toEqual({ kind: 'none' })
    expect(readConfig({ DATABASE_URL }).scanner).toEqual({ kind: 'unset' })
  })

  it('want the socket of a scanner, which is a path or an address', () => {
    const clamd = { ...enough, SCANNER: 'clamd' }
    expect(faultsOf(clamd)).toEqual(['CLAMD_SOCKET: is needed when SCANNER is clamd'])
    expect(faultsOf({ ...clamd, CLAMD_SOCKET: 'clamd' })).toEqual([
      'CLAMD_SOCKET: must be the path of a socket, or host:port',
    ])
    for (const socket of ['/run/clamav/clamd.ctl', 'scanner.internal:3310'])
      expect(readConfig({ ...clamd, CLAMD_SOCKET: socket }).scanner).toEqual({ kind: 'clamd', socket })
  })

  it('send e-mail over a server with a sender, and only a demonstration keeps it for its own page', () => {
    const smtp = { SMTP_URL: 'smtps://user:secret@mail.example.gov', MAIL_FROM: 'no-reply@example.gov' }
    expect(readConfig({ ...enough, ...smtp, DEMO: '1' }).mail).toMatchObject({
      kind: 'smtp',
      from: 'no-reply@example.gov',
    })
    expect(readConfig({ ...enough, DEMO: '1' }).mail).toEqual({ kind: 'outbox' })
    expect(readConfig(enough).mail).toEqual({ kind: 'none' })
    expect(faultsOf({ ...enough, SMTP_URL: smtp.SMTP_URL })).toEqual([
      'MAIL_FROM: is needed when SMTP_URL is set',
    ])
    expect(faultsOf({ ...enough, SMTP_URL: 'mail.example.gov:25', MAIL_FROM: 'ConneCT' })).toEqual([
      'SMTP_URL: must start with smtp:// or smtps://',
      'MAIL_FROM: Invalid email address',
    ])
  })

  it('keep of a public address its origin alone', () => {
    expect(readConfig({ ...enough, PUBLIC_URL: 'https://connect.example.gov/start?x=1' }).publicUrl).toBe(
      'https://connect.example.gov',
    )
  })
})
