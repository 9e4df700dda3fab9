import * as z from 'zod/mini'
import { rule, type RuleIssue } from '../shared/rule.ts'

/** What a security check is asked for; a solution is good for the action it was made for and no other. */
export const captchaActions = ['register', 'sign-in', 'recover', 'remind', 'associate', 'feedback'] as const
export const captchaAction = z.enum(captchaActions)
export type CaptchaAction = z.infer<typeof captchaAction>

/** What the provider's public client makes; for ALTCHA the base64 of `{challenge, solution}`. */
export const captchaSolution = z.string().check(rule(checkCaptchaForm))

/** What can be told from the form alone; the provider says the rest. */
function checkCaptchaForm(value: string): RuleIssue[] {
  if (value.trim() === '') return [{ code: 'captcha.missing' }]
  return value.length > 8192 ? [{ code: 'captcha.unreadable' }] : []
}

export const captchaChallengeQuery = z.strictObject({ action: captchaAction })

/** An ALTCHA challenge, which the public client library solves as it is; its name stands beside it. */
const altchaChallenge = z.strictObject({
  provider: z.literal('altcha'),
  parameters: z.strictObject({
    algorithm: z.string(),
    cost: z.number(),
    keyLength: z.number(),
    keyPrefix: z.string(),
    nonce: z.string(),
    salt: z.string(),
    /** Unix seconds. */
    expiresAt: z.number(),
    data: z.strictObject({ action: captchaAction }),
  }),
  signature: z.string(),
})
const recaptchaChallenge = z.strictObject({ provider: z.literal('recaptcha'), siteKey: z.string() })

export const captchaChallenge = z.discriminatedUnion('provider', [altchaChallenge, recaptchaChallenge])
export type CaptchaChallenge = z.infer<typeof captchaChallenge>
