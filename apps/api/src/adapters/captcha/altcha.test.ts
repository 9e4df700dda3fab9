import { captchaActions, type CaptchaChallenge } from '@connect/contract/rooms/captcha'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { generateKeys } from '../../kernel/key-ring.ts'
import { altchaWork, createAltchaCaptcha } from './altcha.ts'

const keys = generateKeys()
const captcha = createAltchaCaptcha({ keys, work: { cost: 10, counterFrom: 3, counterTo: 9 } })
const address = '192.0.2.1'

function altchaOf(challenge: CaptchaChallenge) {
  if (challenge.provider !== 'altcha') throw new Error('not ours')
  return challenge
}

async function solve(challenge: CaptchaChallenge) {
  const solution = await solveChallenge({ challenge: altchaOf(challenge), deriveKey })
  if (solution === null) throw new Error('not solved')
  return solution
}

const encode = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64')

async function aSolved(action: (typeof captchaActions)[number] = 'register') {
  const challenge = altchaOf(await captcha.challenge(action))
  return { challenge, solution: await solve(challenge) }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('an ALTCHA check', () => {
  test('is solved by the public library as it is, and taken', async () => {
    const { challenge, solution } = await aSolved()
    expect(solution.counter).toBeGreaterThanOrEqual(3)
    expect(solution.counter).toBeLessThanOrEqual(9)
    const verdict = await captcha.verify(encode({ challenge, solution }), 'register', address)
    expect(verdict).toMatchObject({ ok: true })
  })

  test('is taken on every instance that has the same keys, and on no other', async () => {
    const payload = encode(await aSolved())
    const sibling = createAltchaCaptcha({ keys })
    const stranger = createAltchaCaptcha({ keys: generateKeys() })
    expect(await sibling.verify(payload, 'register', address)).toMatchObject({ ok: true })
    expect(await stranger.verify(payload, 'register', address)).toEqual({ ok: false, code: 'captcha.wrong' })
  })

  test('has one id to be spent, however the payload is written, until it ends', async () => {
    const { challenge, solution } = await aSolved()
    const plain = await captcha.verify(encode({ challenge, solution }), 'register', address)
    const { parameters, signature } = challenge
    const reordered = { solution: { took: 5, ...solution }, challenge: { signature, parameters } }
    const again = await captcha.verify(encode(reordered), 'register', address)
    expect(plain).toEqual(again)
    if (!plain.ok || plain.spend === null) throw new Error('nothing to spend')
    expect(plain.spend.expiresAt.getTime()).toBeGreaterThan(parameters.expiresAt * 1000)
    const other = await captcha.verify(encode(await aSolved()), 'register', address)
    if (!other.ok || other.spend === null) throw new Error('nothing to spend')
    expect(Buffer.compare(other.spend.id, plain.spend.id)).not.toBe(0)
  })

  test('is good for its own action alone', async () => {
    const payload = encode(await aSolved('feedback'))
    for (const action of captchaActions.filter((name) => name !== 'feedback')) {
      expect(await captcha.verify(payload, action, address)).toEqual({
        ok: false,
        code: 'captcha.other_action',
      })
    }
  })

  test('is valid for twenty minutes', async () => {
    const payload = encode(await aSolved())
    const start = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: start + 19.9 * 60_000 })
    expect(await captcha.verify(payload, 'register', address)).toMatchObject({ ok: true })
    vi.setSystemTime(start + 20.1 * 60_000)
    expect(await captcha.verify(payload, 'register', address)).toEqual({ ok: false, code: 'captcha.expired' })
  })

  test('does not pass with a parameter changed', async () => {
    const { challenge, solution } = await aSolved()
    const changes = [
      { cost: 1 },
      { keyPrefix: '00' },
      { nonce: '00'.repeat(16) },
      { expiresAt: challenge.parameters.expiresAt + 60 },
      { data: { action: 'sign-in' } },
      { keyLength: 16 },
    ]
    for (const change of changes) {
      const forged = { ...challenge, parameters: { ...challenge.parameters, ...change } }
      expect(await captcha.verify(encode({ challenge: forged, solution }), 'register', address)).toEqual({
        ok: false,
        code: 'captcha.wrong',
      })
    }
  })

  test('does not pass with another counter or key, or with the prefix alone', async () => {
    const { challenge, solution } = await aSolved()
    const { keyPrefix } = challenge.parameters
    const guesses = [
      { ...solution, counter: solution.counter + 1 },
      { ...solution, derivedKey: '00'.repeat(32) },
      { ...solution, derivedKey: keyPrefix + '00'.repeat(16) },
      { ...solution, counter: -1 },
    ]
    for (const guess of guesses) {
      expect(await captcha.verify(encode({ challenge, solution: guess }), 'register', address)).toEqual({
        ok: false,
        code: 'captcha.wrong',
      })
    }
  })

  test('that cannot be read is said to be so', async () => {
    const { challenge, solution } = await aSolved()
    const unreadable = [
      '',
      'not base64 !',
      Buffer.from('not json').toString('base64'),
      Buffer.from([0xff, 0xfe, 0x00]).toString('base64'),
      encode(null),
      encode([]),
      encode('text'),
      encode({}),
      encode({ challenge }),
      encode({ challenge: null, solution: null }),
      encode({ challenge, solution: { counter: '3', derivedKey: solution.derivedKey } }),
      encode({ challenge, solution: { counter: 3.5, derivedKey: solution.derivedKey } }),
      encode({ challenge, solution: { counter: 3, derivedKey: 'zz' } }),
      encode({ challenge: { ...challenge, signature: 7 }, solution }),
      encode({
        challenge: { ...challenge, parameters: { ...challenge.parameters, algorithm: 'SCRYPT' } },
        solution,
      }),
      encode({
        challenge: { ...challenge, parameters: { ...challenge.parameters, memoryCost: 9 } },
        solution,
      }),
      Buffer.from('{"__proto__": {"challenge": {}, "solution": {}}}').toString('base64'),
      Buffer.from(
        JSON.stringify({ challenge, solution }).replace('{"algorithm"', '{"__proto__":{},"algorithm"'),
      ).toString('base64'),
      encode({ challenge, solution, padding: 'x'.repeat(9000) }),
    ]
    for (const payload of unreadable) {
      expect(await captcha.verify(payload, 'register', address), payload.slice(0, 60)).toEqual({
        ok: false,
        code: 'captcha.unreadable',
      })
    }
  })

  test('answers whatever text or JSON is sent with a verdict, never with an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json().map((text) => Buffer.from(text).toString('base64')),
        ),
        async (sent) => {
          expect(await captcha.verify(sent, 'register', address)).toEqual({
            ok: false,
            code: 'captcha.unreadable',
          })
        },
      ),
    )
  })

  test('asks for the work that was measured, and no two are alike', async () => {
    const real = createAltchaCaptcha({ keys })
    const [first, second] = await Promise.all([real.challenge('register'), real.challenge('register')])
    expect(altchaOf(first).parameters.cost).toBe(altchaWork.cost)
    expect(altchaOf(first).parameters.nonce).not.toBe(altchaOf(second).parameters.nonce)
    const { counter } = await solve(first)
    expect(counter).toBeGreaterThanOrEqual(altchaWork.counterFrom)
    expect(counter).toBeLessThanOrEqual(altchaWork.counterTo)
  })
})
