import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import { solveAltcha, type SolvedCaptcha } from './altcha.ts'
import { fetchChallenge } from './captcha.queries.ts'

/**
 * Gets a security check of the configured provider and solves it. Throws when the service cannot be reached or this
 * browser cannot do the work.
 */
export async function solveCaptcha(action: CaptchaAction): Promise<SolvedCaptcha> {
  const challenge = await fetchChallenge(action)
  if (challenge.provider === 'altcha') return solveAltcha(challenge)
  const { solveRecaptcha } = await import('./recaptcha.ts')
  return solveRecaptcha(challenge.siteKey)
}
