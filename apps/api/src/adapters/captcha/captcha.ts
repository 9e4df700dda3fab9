import type { CaptchaAction, CaptchaChallenge } from '@connect/contract/rooms/captcha'
import type { CaptchaSpend } from '../../kernel/captcha-spending.ts'

/** Why a solution is not taken; codes of the contract's catalogue. */
type CaptchaFault = 'captcha.unreadable' | 'captcha.wrong' | 'captcha.expired' | 'captcha.other_action'

export type CaptchaVerdict =
  | {
      readonly ok: true
      /** What the caller stores in its own transaction, so that the check is good once; null where the provider sees to that. */
      readonly spend: CaptchaSpend | null
    }
  | { readonly ok: false; readonly code: CaptchaFault }

/** A provider of security checks. It says that a machine paid, not that a human sat there. */
export interface Captcha {
  readonly provider: CaptchaChallenge['provider']
  challenge(action: CaptchaAction): Promise<CaptchaChallenge>
  /**
   * Judges what the provider's public client made; whatever is sent gets a verdict and never an exception. Throws
   * `CaptchaUnavailableError` when the provider cannot be asked.
   */
  verify(solution: string, action: CaptchaAction, address: string): Promise<CaptchaVerdict>
}

/** How long a check may take, so that a slow reader is not punished. Source: docs/security.md. */
export const captchaValidSeconds = 20 * 60
