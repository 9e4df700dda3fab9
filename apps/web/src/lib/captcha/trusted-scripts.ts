import workerUrl from 'altcha/workers/pbkdf2?worker&url'

declare global {
  /** Trusted Types, where the browser has them. What a policy makes is typed as the text whose place it takes. */
  var trustedTypes: { createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy } | undefined
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): string
}

/** Google's script, the one address outside our origin, used only where the agency has configured reCAPTCHA. */
const googlesScript = 'https://www.google.com/recaptcha/api.js?render=explicit'

/**
 * The one Trusted Types policy of the portal. It lets through the worker of the security check and Google's script,
 * and refuses every other address. Made when first needed, since a browser takes a policy of one name only once.
 */
let policy: ScriptUrlPolicy | undefined

/** Starts a worker that tries the answers of a proof of work. */
export function startWorker(): Worker {
  return new Worker(allowScript(workerUrl))
}

/** The address of reCAPTCHA's script, in the form that this browser takes for a script. */
export function recaptchaScript(): string {
  return allowScript(googlesScript)
}

/** Gives an address back that may be run as a script, and throws at every other. */
export function refuseStrangers(url: string): string {
  if (url === workerUrl || url === googlesScript) return url
  throw new TypeError('This address may not be run as a script')
}

function allowScript(url: string): string {
  policy ??= globalThis.trustedTypes?.createPolicy('connect-worker', { createScriptURL: refuseStrangers })
  return policy ? policy.createScriptURL(url) : refuseStrangers(url)
}
