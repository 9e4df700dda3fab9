import type { SolvedCaptcha } from './altcha.ts'
import { isPuzzleShown, watchPuzzle } from './puzzle.ts'
import { recaptchaScript } from './trusted-scripts.ts'

/** Google takes a token for two minutes; a little less, so that it is not refused on its way. */
const tokenLifetime = 110_000

interface WidgetOptions {
  sitekey: string
  size: 'invisible'
  callback: (token: string) => void
  'error-callback': () => void
}

interface Recaptcha {
  ready(callback: () => void): void
  render(container: HTMLElement, options: WidgetOptions): number
  execute(widget: number): void
  reset(widget: number): void
}

declare global {
  var grecaptcha: Recaptcha | undefined
}

let loading: Promise<Recaptcha> | undefined

/**
 * Asks reCAPTCHA (v2, behind the box of our own) for a token; Google may show a puzzle first. Its script comes from
 * Google and is fetched now, not before: an agency that has not configured it never sends anybody there. The server
 * adds Google to the page's policy in that case only.
 */
export async function solveRecaptcha(siteKey: string): Promise<SolvedCaptcha> {
  loading ??= loadScript().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  const solution = await askForToken(await loading, siteKey)
  return { solution, expiresAt: Date.now() + tokenLifetime }
}

/** Throws when no token comes, also because the puzzle was closed: Google tells nobody of that. */
async function askForToken(recaptcha: Recaptcha, siteKey: string): Promise<string> {
  const container = document.createElement('div')
  document.body.append(container)
  let stopWatching: (() => void) | undefined
  try {
    return await new Promise((resolve, reject) => {
      const fail = () => {
        reject(new Error('reCAPTCHA could not be reached'))
      }
      const options: WidgetOptions = {
        sitekey: siteKey,
        size: 'invisible',
        callback: resolve,
        'error-callback': fail,
      }
      const widget = recaptcha.render(container, options)
      stopWatching = watchPuzzle(isPuzzleShown, () => {
        recaptcha.reset(widget)
        reject(new Error('The puzzle of reCAPTCHA was not solved'))
      })
      recaptcha.execute(widget)
    })
  } finally {
    stopWatching?.()
    container.remove()
  }
}

function loadScript(): Promise<Recaptcha> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.async = true
    script.src = recaptchaScript()
    script.onerror = () => {
      reject(new Error('The script of reCAPTCHA did not load'))
    }
    script.onload = () => {
      const recaptcha = globalThis.grecaptcha
      if (!recaptcha) reject(new Error('The script of reCAPTCHA did not start'))
      else
        recaptcha.ready(() => {
          resolve(recaptcha)
        })
    }
    document.head.append(script)
  })
}
