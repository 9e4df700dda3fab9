import { isCaptchaSpent, spendCaptcha, type CaptchaSpend } from './captcha-spend.store.ts'
import { invalidField } from './problem.ts'
import type { Transaction } from './unit-of-work.ts'

export type { CaptchaSpend }

/**
 * Throws the 422 of a used solution before any dear work is done. There is nothing to spend when the provider sees to
 * that itself, or no security check was due.
 */
export async function refuseSpent(tx: Transaction, spend: CaptchaSpend | null): Promise<void> {
  if (spend !== null && (await isCaptchaSpent(tx, spend.id))) throw invalidField('/captcha', 'captcha.spent')
}

/** Spends the solution in the transaction of what it pays for. */
export async function spend(tx: Transaction, toSpend: CaptchaSpend | null): Promise<void> {
  if (toSpend !== null && !(await spendCaptcha(tx, toSpend))) throw invalidField('/captcha', 'captcha.spent')
}
