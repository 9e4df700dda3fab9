import { solveChallengeWorkers } from 'altcha/lib'
import type { CaptchaChallenge } from '@connect/contract/rooms/captcha'
import { startWorker } from './trusted-scripts.ts'

/** More workers than this make a phone hot and hardly faster. */
const mostWorkers = 4

/** A solution and the time until which the server takes it, in milliseconds since 1970. */
export interface SolvedCaptcha {
  readonly solution: string
  readonly expiresAt: number
}

/**
 * Solves a proof of work in workers beside the page. Gives the base64 of `{challenge, solution}`, as ALTCHA's server
 * library reads it; throws when the work was stopped or this browser cannot do it.
 */
export async function solveAltcha(
  { parameters, signature }: Extract<CaptchaChallenge, { provider: 'altcha' }>,
  signal?: AbortSignal,
): Promise<SolvedCaptcha> {
  if (!parameters.algorithm.startsWith('PBKDF2/')) {
    throw new Error(`The security check asks for ${parameters.algorithm}, which this page cannot do`)
  }
  const controller = new AbortController()
  signal?.addEventListener('abort', () => controller.abort())
  const challenge = { parameters, signature }
  const solution = await solveChallengeWorkers({
    challenge,
    controller,
    concurrency: Math.min(navigator.hardwareConcurrency || 1, mostWorkers),
    createWorker: startWorker,
  })
  if (!solution) throw new Error('The security check was stopped')
  return { solution: btoa(JSON.stringify({ challenge, solution })), expiresAt: parameters.expiresAt * 1000 }
}
