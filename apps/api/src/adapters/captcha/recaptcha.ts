import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import * as z from 'zod'
import { CaptchaUnavailableError } from '../../kernel/captcha-unavailable.ts'
import { captchaValidSeconds, type Captcha, type CaptchaVerdict } from './captcha.ts'

export interface RecaptchaOptions {
  readonly siteKey: string
  readonly secretKey: string
  /** Where tokens are verified; https, or this machine. */
  readonly verifyUrl: string
  /** The host that the check must have been solved on. */
  readonly hostname: () => string
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 3000

/** What a provider's clock may be ahead of ours. */
const clockToleranceSeconds = 60

/** Far more than the protocol ever answers. */
const maxReplyLength = 16_384

const siteverifyReply = z.object({
  success: z.boolean(),
  challenge_ts: z.optional(z.string()),
  hostname: z.optional(z.string()),
  /** Only the versions without a checkbox name an action. */
  action: z.optional(z.string()),
  'error-codes': z.optional(z.array(z.string())),
})
type SiteverifyReply = z.infer<typeof siteverifyReply>

/**
 * reCAPTCHA with a checkbox (v2). The provider sees to it that a token is good once, and for about two minutes; the
 * checkbox knows no action, so a check solved for one action is good for another. A provider that does not answer in
 * time or in its own protocol throws `CaptchaUnavailableError`: neither right nor wrong.
 */
export function createRecaptchaCaptcha(options: RecaptchaOptions): Captcha {
  const verifyUrl = requireSafeUrl(options.verifyUrl)

  async function ask(token: string, address: string): Promise<SiteverifyReply> {
    const body = new URLSearchParams({ secret: options.secretKey, response: token, remoteip: address })
    const signal = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs)
    try {
      const response = await fetch(verifyUrl, { method: 'POST', body, signal, redirect: 'error' })
      if (!response.ok) throw new Error(`it answered ${response.status}`)
      return siteverifyReply.parse(JSON.parse(await readLimited(response)))
    } catch (error) {
      // Its own words are left out: a reply may repeat what was sent.
      const reason = error instanceof Error ? error.name : 'unknown'
      throw new CaptchaUnavailableError(`The security check's provider gave no usable answer (${reason})`)
    }
  }

  return {
    provider: 'recaptcha',
    challenge: () => Promise.resolve({ provider: 'recaptcha', siteKey: options.siteKey }),
    async verify(solution, action, address) {
      if (!/^[\w.-]{1,8192}$/.test(solution)) return refused('captcha.unreadable')
      const reply = await ask(solution, address)
      return reply.success ? judge(reply, action, options.hostname()) : refusalOf(reply['error-codes'] ?? [])
    },
  }
}

function judge(reply: SiteverifyReply, action: CaptchaAction, hostname: string): CaptchaVerdict {
  const solvedAt = Date.parse(reply.challenge_ts ?? '')
  const ageSeconds = (Date.now() - solvedAt) / 1000
  if (reply.hostname !== hostname || !(ageSeconds >= -clockToleranceSeconds)) return refused('captcha.wrong')
  if (ageSeconds > captchaValidSeconds) return refused('captcha.expired')
  if (reply.action !== undefined && reply.action !== action) return refused('captcha.other_action')
  return { ok: true, spend: null }
}

function refusalOf(codes: readonly string[]): CaptchaVerdict {
  if (codes.some((code) => code.endsWith('-input-secret'))) {
    throw new CaptchaUnavailableError('The security check’s provider does not know our RECAPTCHA_SECRET_KEY')
  }
  return refused(codes.includes('timeout-or-duplicate') ? 'captcha.expired' : 'captcha.wrong')
}

async function readLimited(response: Response): Promise<string> {
  const body: AsyncIterable<Uint8Array> | null = response.body
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > maxReplyLength) throw new Error('the reply is too long')
  }
  return text + decoder.decode()
}

/** The secret travels in the request, so only an encrypted connection, or none at all, will do. */
function requireSafeUrl(text: string): URL {
  const url = new URL(text)
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) return url
  throw new Error('RECAPTCHA_VERIFY_URL must begin with https://')
}

function refused(code: Extract<CaptchaVerdict, { ok: false }>['code']): CaptchaVerdict {
  return { ok: false, code }
}
