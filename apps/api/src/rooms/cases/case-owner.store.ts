import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Who is told something; the address still sealed. */
export interface CaseOwner {
  readonly id: string
  readonly locale: 'en' | 'es'
  readonly email: Uint8Array | null
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
}

/** An account, which stays there until the transaction ends; null for one that is gone. */
export async function holdOwner(tx: Transaction, accountId: string): Promise<CaseOwner | null> {
  const rows = await tx.$queryRaw<CaseOwner[]>`
    SELECT id, locale, email, data_key AS "dataKey", data_key_version AS "dataKeyVersion"
    FROM account WHERE id = ${accountId}::uuid FOR KEY SHARE`
  return rows[0] ?? null
}
