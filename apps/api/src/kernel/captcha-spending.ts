import { isCaptchaSpent, spendCaptcha } from './captcha-spend.store.ts'
import { invalidField } from './problem.ts'
import type { Transaction } from './unit-of-work.ts'

/** What an operation has to spend; null when its security check is spent by the provider, or none was due. */
export type CaptchaToSpend = { readonly id: Uint8Array; readonly expiresAt: Date } | null

/** Throws the 422 of a used solution before any dear work is done. */
export async function refuseSpent(tx: Transaction, spend: CaptchaToSpend): Promise<void> {
  if (spend !== null && (await isCaptchaSpent(tx, spend.id))) throw invalidField('/captcha', 'captcha.spent')
}

/** Spends the solution in the transaction of what it pays for. */
export async function spend(tx: Transaction, toSpend: CaptchaToSpend): Promise<void> {
  if (toSpend !== null && !(await spendCaptcha(tx, toSpend))) throw invalidField('/captcha', 'captcha.spent')
}
