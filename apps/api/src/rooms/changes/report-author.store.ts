import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Whose work on reports is done one after the other. */
export interface AuthorRow {
  readonly id: string
  readonly locale: 'en' | 'es'
}

/**
 * An account whose other submissions, additions and new drafts wait until the transaction ends, so that what is looked
 * at first is still so afterwards; null for one that is gone.
 */
export async function holdAuthor(tx: Transaction, accountId: string): Promise<AuthorRow | null> {
  const rows = await tx.$queryRaw<AuthorRow[]>`
    SELECT id, locale FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
  return rows[0] ?? null
}

/** How many drafts an account has. */
export async function countDrafts(tx: Transaction, accountId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM change_report
    WHERE account_id = ${accountId}::uuid AND status = 'draft' AND expires_at > statement_timestamp()`
  return rows[0]?.count ?? 0
}
