import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { generateKeys } from '../../kernel/key-ring.ts'
import { CaptchaUnavailableError } from '../../kernel/captcha-unavailable.ts'
import { createCaptcha } from './create-captcha.ts'
import { createRecaptchaCaptcha } from './recaptcha.ts'

const secretKey = 'the-secret'
const address = '192.0.2.1'

/** A peer that speaks the provider's protocol: knows one secret, and takes each of its tokens once. */
const spentTokens = new Set<string>()
const received: URLSearchParams[] = []
let respond: (form: URLSearchParams, response: ServerResponse) => void = protocol

function protocol(form: URLSearchParams, response: ServerResponse): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(replyTo(form)))
}

function replyTo(form: URLSearchParams): Record<string, unknown> {
  const token = form.get('response') ?? ''
  if (form.get('secret') !== secretKey) return { success: false, 'error-codes': ['invalid-input-secret'] }
  if (!token.startsWith('good')) return { success: false, 'error-codes': ['invalid-input-response'] }
  if (spentTokens.has(token)) return { success: false, 'error-codes': ['timeout-or-duplicate'] }
  spentTokens.add(token)
  return { success: true, challenge_ts: new Date().toISOString(), hostname: 'portal.example.gov' }
}

const answerWith = (body: unknown, status = 200) => {
  respond = (_form, response) =>
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
}

const peer = createServer((request: IncomingMessage, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (part: string) => (body += part))
  request.on('end', () => {
    const form = new URLSearchParams(body)
    received.push(form)
    respond(form, response)
  })
})
let verifyUrl = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
  verifyUrl = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/siteverify`
})
afterAll(() => {
  peer.closeAllConnections()
  peer.close()
})
beforeEach(() => {
  respond = protocol
  received.length = 0
  spentTokens.clear()
})

const aCaptcha = (changes: { secretKey?: string; timeoutMs?: number; verifyUrl?: string } = {}) =>
  createRecaptchaCaptcha({
    siteKey: 'the-site',
    secretKey,
    verifyUrl,
    hostname: () => 'portal.example.gov',
    ...changes,
  })

describe('a reCAPTCHA check', () => {
  test('is offered with the key of the site', async () => {
    expect(await aCaptcha().challenge('register')).toEqual({ provider: 'recaptcha', siteKey: 'the-site' })
  })

  test('is taken when the provider says so, and asked for with secret, token and address', async () => {
    expect(await aCaptcha().verify('good-1', 'register', address)).toEqual({ ok: true, spend: null })
    expect(received.map((form) => Object.fromEntries(form))).toEqual([
      { secret: secretKey, response: 'good-1', remoteip: address },
    ])
  })

  test('that the provider refuses is wrong', async () => {
    const verdict = await aCaptcha().verify('bad', 'register', address)
    expect(verdict).toEqual({ ok: false, code: 'captcha.wrong' })
    answerWith({ success: false, 'error-codes': ['bad-request'] })
    expect(await aCaptcha().verify('bad', 'register', address)).toEqual({ ok: false, code: 'captcha.wrong' })
    answerWith({ success: false })
    expect(await aCaptcha().verify('bad', 'register', address)).toEqual({ ok: false, code: 'captcha.wrong' })
  })

  test('is good once', async () => {
    const captcha = aCaptcha()
    const verdicts = await Promise.all([1, 2, 3].map(() => captcha.verify('good-2', 'register', address)))
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1)
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([
      { ok: false, code: 'captcha.expired' },
      { ok: false, code: 'captcha.expired' },
    ])
  })

  test('of another site, without a site, or without a time is wrong', async () => {
    const challenge_ts = new Date().toISOString()
    for (const reply of [
      { success: true, challenge_ts, hostname: 'elsewhere.example.com' },
      { success: true, challenge_ts },
      { success: true, hostname: 'portal.example.gov' },
      { success: true, hostname: 'portal.example.gov', challenge_ts: 'some day' },
      {
        success: true,
        hostname: 'portal.example.gov',
        challenge_ts: new Date(Date.now() + 600_000).toISOString(),
      },
    ]) {
      answerWith(reply)
      expect(await aCaptcha().verify('good', 'register', address)).toEqual({
        ok: false,
        code: 'captcha.wrong',
      })
    }
  })

  test('that is older than twenty minutes has expired', async () => {
    const hostname = 'portal.example.gov'
    answerWith({ success: true, hostname, challenge_ts: new Date(Date.now() - 21 * 60_000).toISOString() })
    expect(await aCaptcha().verify('good', 'register', address)).toEqual({
      ok: false,
      code: 'captcha.expired',
    })
  })

  test('that names an action is good for that one alone', async () => {
    const reply = { success: true, hostname: 'portal.example.gov', challenge_ts: new Date().toISOString() }
    answerWith({ ...reply, action: 'feedback' })
    expect(await aCaptcha().verify('good', 'feedback', address)).toMatchObject({ ok: true })
    expect(await aCaptcha().verify('good', 'register', address)).toEqual({
      ok: false,
      code: 'captcha.other_action',
    })
  })

  test('that cannot be a token is not even asked for', async () => {
    for (const token of ['', 'two words', 'a&secret=b', 'x'.repeat(8193), '\u0000', 'ñ']) {
      expect(await aCaptcha().verify(token, 'register', address)).toEqual({
        ok: false,
        code: 'captcha.unreadable',
      })
    }
    expect(received).toEqual([])
  })
})

describe('a reCAPTCHA provider that gives no usable answer', () => {
  const outage = (captcha = aCaptcha()) =>
    expect(captcha.verify('good', 'register', address)).rejects.toThrow(CaptchaUnavailableError)

  test.each([
    ['an error status', () => answerWith({ success: true }, 500)],
    [
      'a redirect',
      () => (respond = (_form, response) => response.writeHead(307, { location: '/elsewhere' }).end()),
    ],
    ['no JSON', () => answerWith('<html>')],
    ['JSON of another form', () => answerWith({ success: 'true' })],
    ['nothing', () => answerWith('')],
    ['far too much', () => answerWith({ success: true, padding: 'x'.repeat(1_000_000) })],
    ['a connection that breaks', () => (respond = (_form, response) => response.destroy())],
  ])('is an outage: %s', async (_name, given) => {
    given()
    await outage()
  })

  test('is an outage when it hangs, before or within its answer', async () => {
    respond = () => undefined
    await outage(aCaptcha({ timeoutMs: 50 }))
    respond = (_form, response) => void response.writeHead(200).write('{"success":')
    await outage(aCaptcha({ timeoutMs: 50 }))
  })

  test('is an outage when nobody listens', async () => {
    await outage(aCaptcha({ verifyUrl: 'http://127.0.0.1:1/' }))
  })

  test('is an outage when it does not know our secret, and the message does not tell it', async () => {
    const captcha = aCaptcha({ secretKey: 'another-secret' })
    await outage(captcha)
    await expect(captcha.verify('good', 'register', address)).rejects.not.toThrow('another-secret')
  })
})

test('the secret is never sent over an open connection', () => {
  expect(() => aCaptcha({ verifyUrl: 'http://www.example.com/siteverify' })).toThrow('https://')
  expect(() => aCaptcha({ verifyUrl: 'https://www.example.com/siteverify' })).not.toThrow()
})

test('the settings choose the provider', () => {
  const keys = generateKeys()
  const hostname = () => 'portal.example.gov'
  expect(createCaptcha({ provider: 'altcha' }, keys, hostname).provider).toBe('altcha')
  const recaptcha = { provider: 'recaptcha' as const, siteKey: 's', secretKey, verifyUrl }
  expect(createCaptcha(recaptcha, keys, hostname).provider).toBe('recaptcha')
})
