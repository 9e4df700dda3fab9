import { createHmac, randomInt } from 'node:crypto'
import { captchaAction, type CaptchaAction, type CaptchaChallenge } from '@connect/contract/rooms/captcha'
import { createChallenge, verifySolution, type CreateChallengeOptions } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as z from 'zod'
import type { Keys } from '../../kernel/key-ring.ts'
import { captchaValidSeconds, type Captcha, type CaptchaVerdict } from './captcha.ts'

/**
 * The work: one PBKDF2 of `cost` rounds for each counter from 0 up to a secret one between `from` and `to`. The counter
 * is drawn (not left to chance as with a plain prefix), so that nobody waits much longer than others. Measured in
 * Chromium's WebCrypto workers: 0.165 ms a counter on one server core, so 0.25–0.41 s there, and about 1.2–2.5 s on a
 * cheap phone at a fifth to a sixth of that speed. The server's own share is one derivation to make and one to check.
 */
export const altchaWork = { cost: 500, counterFrom: 1500, counterTo: 2500 } as const

const algorithm = 'PBKDF2/SHA-256'
const keyLength = 32

/** Longer than any payload of the client library, with room to spare. */
const maxSolutionLength = 8192

const hex = z.string().check(z.regex(/^(?:[0-9a-f]{2})+$/), z.maxLength(128))
const altchaPayload = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal(algorithm),
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: hex,
      nonce: hex,
      salt: hex,
      expiresAt: z.int(),
      data: z.strictObject({ action: captchaAction }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int(), derivedKey: hex }),
})

/**
 * Proof of work of the public ALTCHA client library, made and checked here. A challenge is signed and holds its own
 * action and end, so every instance with the same keys takes it and none remembers it.
 */
export function createAltchaCaptcha(options: {
  readonly keys: Pick<Keys, 'captcha'>
  readonly work?: { readonly cost: number; readonly counterFrom: number; readonly counterTo: number }
}): Captcha {
  const { work = altchaWork } = options
  const hmacSignatureSecret = createHmac('sha256', options.keys.captcha.current.key)
    .update('altcha challenge signature')
    .digest('hex')

  return {
    provider: 'altcha',
    async challenge(action) {
      const expiresAt = Math.floor(Date.now() / 1000) + captchaValidSeconds
      const made = await createChallenge({
        algorithm,
        cost: work.cost,
        counter: randomInt(work.counterFrom, work.counterTo + 1),
        data: { action },
        deriveKey,
        expiresAt,
        hmacSignatureSecret,
        keyLength,
      } satisfies CreateChallengeOptions)
      return altchaChallengeOf(made, action, expiresAt)
    },
    async verify(solution, action) {
      const payload = altchaPayload.safeParse(readPayload(solution))
      if (!payload.success) return refused('captcha.unreadable')
      const { challenge } = payload.data
      const result = await verifySolution({ ...payload.data, deriveKey, hmacSignatureSecret })
      if (result.expired) return refused('captcha.expired')
      if (!result.verified) return refused('captcha.wrong')
      if (challenge.parameters.data.action !== action) return refused('captcha.other_action')
      return {
        ok: true,
        spend: {
          // The signature is ours and covers every parameter, so one challenge has one id however it is spelled.
          id: Uint8Array.from(Buffer.from(challenge.signature, 'hex')),
          expiresAt: new Date((challenge.parameters.expiresAt + 1) * 1000),
        },
      }
    },
  }
}

function altchaChallengeOf(
  made: Awaited<ReturnType<typeof createChallenge>>,
  action: CaptchaAction,
  expiresAt: number,
): CaptchaChallenge {
  const { cost, keyPrefix, nonce, salt } = made.parameters
  if (made.signature === undefined) throw new Error('The challenge came unsigned')
  const parameters = { algorithm, cost, keyLength, keyPrefix, nonce, salt, expiresAt, data: { action } }
  return { provider: 'altcha', parameters, signature: made.signature }
}

/** The JSON inside the base64, or undefined. */
function readPayload(solution: string): unknown {
  if (solution.length > maxSolutionLength || !/^[A-Za-z0-9+/]+={0,2}$/.test(solution)) return undefined
  try {
    return JSON.parse(Buffer.from(solution, 'base64').toString('utf8'))
  } catch {
    return undefined
  }
}

function refused(code: Extract<CaptchaVerdict, { ok: false }>['code']): CaptchaVerdict {
  return { ok: false, code }
}
