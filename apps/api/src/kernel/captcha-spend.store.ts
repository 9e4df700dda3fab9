import type { Transaction } from './unit-of-work.store.ts'

/** What an operation has to spend, so that a solution is good once. */
export interface CaptchaSpend {
  readonly id: Uint8Array<ArrayBuffer>
  /** Until when the id has to be remembered. */
  readonly expiresAt: Date
}

/** Marks a solution as used. False when it was used before, whichever instance saw it. */
export async function spendCaptcha(tx: Transaction, spend: CaptchaSpend): Promise<boolean> {
  const { count } = await tx.spentCaptcha.createMany({
    data: [{ id: spend.id, expiresAt: spend.expiresAt }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Whether a solution was used already: spares the hashing that a used one would cost. */
export async function isCaptchaSpent(tx: Transaction, id: CaptchaSpend['id']): Promise<boolean> {
  return (await tx.spentCaptcha.count({ where: { id } })) > 0
}
