import type { Keys } from '../../kernel/key-ring.ts'
import { createAltchaCaptcha } from './altcha.ts'
import type { Captcha } from './captcha.ts'
import { createRecaptchaCaptcha } from './recaptcha.ts'

export type CaptchaSettings =
  | { readonly provider: 'altcha' }
  | {
      readonly provider: 'recaptcha'
      readonly siteKey: string
      readonly secretKey: string
      readonly verifyUrl: string
    }

/** The provider that the settings name; `hostname` is the portal's own. */
export function createCaptcha(
  settings: CaptchaSettings,
  keys: Pick<Keys, 'captcha'>,
  hostname: () => string,
): Captcha {
  switch (settings.provider) {
    case 'altcha':
      return createAltchaCaptcha({ keys })
    case 'recaptcha':
      return createRecaptchaCaptcha({ ...settings, hostname })
  }
}
