import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Whether there is an account, which then stays there until the transaction ends. */
export async function holdOwner(tx: Transaction, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR KEY SHARE`
  return rows.length > 0
}
