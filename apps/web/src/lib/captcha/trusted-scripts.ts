import workerUrl from 'altcha/workers/pbkdf2?worker&url'

declare global {
  /** Trusted Types, where the browser has them. What a policy makes is typed as the text whose place it takes. */
  var trustedTypes:
    | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }
    | undefined
}

/** Google's script, the one address outside our origin, used only where the agency has configured reCAPTCHA. */
const recaptchaScript = 'https://www.google.com/recaptcha/api.js'

/**
 * The one Trusted Types policy of the portal. It lets through the worker of the security check and, with a site key
 * and nothing else behind it, Google's script; every other address is refused.
 */
const policy = globalThis.trustedTypes?.createPolicy('connect-worker', { createScriptURL: refuseStrangers })

/** Starts a worker that tries the answers of a proof of work. */
export function startWorker(): Worker {
  return new Worker(allowScript(workerUrl))
}

/** The address of Google's script for a site key, in the form that this browser takes for a script. */
export function recaptchaScriptFor(siteKey: string): string {
  return allowScript(`${recaptchaScript}?render=${siteKey}`)
}

/** Gives an address back that may be run as a script, and throws at every other. */
export function refuseStrangers(url: string): string {
  const start = `${recaptchaScript}?render=`
  const isGoogles = url.startsWith(start) && /^[\w-]{20,100}$/.test(url.slice(start.length))
  if (url === workerUrl || isGoogles) return url
  throw new TypeError('This address may not be run as a script')
}

function allowScript(url: string): string {
  return policy ? policy.createScriptURL(url) : refuseStrangers(url)
}
