import type { Transaction } from './unit-of-work.store.ts'

/** Marks a solution as used. False when it was used before, whichever instance saw it. */
export async function spendCaptcha(
  tx: Transaction,
  spend: { readonly id: Uint8Array; readonly expiresAt: Date },
): Promise<boolean> {
  const { count } = await tx.spentCaptcha.createMany({
    data: [{ id: Uint8Array.from(spend.id), expiresAt: spend.expiresAt }],
    skipDuplicates: true,
  })
  return count === 1
}

/** Whether a solution was used already: spares the hashing that a used one would cost. */
export async function isCaptchaSpent(tx: Transaction, id: Uint8Array): Promise<boolean> {
  return (await tx.spentCaptcha.count({ where: { id: Uint8Array.from(id) } })) > 0
}
