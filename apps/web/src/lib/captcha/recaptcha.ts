import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import type { SolvedCaptcha } from './altcha.ts'
import { recaptchaScriptFor } from './trusted-scripts.ts'

/** Google takes a token for two minutes; a little less, so that it is not refused on its way. */
const tokenLifetime = 110_000

interface Recaptcha {
  ready(callback: () => void): void
  execute(siteKey: string, options: { action: string }): Promise<string>
}

declare global {
  var grecaptcha: Recaptcha | undefined
}

let loading: Promise<Recaptcha> | undefined

/**
 * Asks reCAPTCHA for a token. Its script comes from Google and is fetched now, not before: an agency that has not
 * configured it never sends anybody there. The server adds Google to the page's policy in that case only.
 */
export async function solveRecaptcha(siteKey: string, action: CaptchaAction): Promise<SolvedCaptcha> {
  loading ??= loadScript(siteKey).catch((error: unknown) => {
    loading = undefined
    throw error
  })
  const recaptcha = await loading
  const solution = await recaptcha.execute(siteKey, { action: recaptchaAction(action) })
  return { solution, expiresAt: Date.now() + tokenLifetime }
}

/** Google's names of actions have no hyphens. */
function recaptchaAction(action: CaptchaAction): string {
  return action.replaceAll('-', '_')
}

function loadScript(siteKey: string): Promise<Recaptcha> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.async = true
    script.src = recaptchaScriptFor(siteKey)
    script.onerror = () => reject(new Error('The script of reCAPTCHA did not load'))
    script.onload = () => {
      const recaptcha = globalThis.grecaptcha
      if (recaptcha) recaptcha.ready(() => resolve(recaptcha))
      else reject(new Error('The script of reCAPTCHA did not start'))
    }
    document.head.append(script)
  })
}
