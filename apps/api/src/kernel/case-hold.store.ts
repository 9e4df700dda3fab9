import type { Transaction } from './unit-of-work.store.ts'

/**
 * Whether what an account knows of cases stays closed: since a recovery of the password no client ID was given again
 * that was its own before; where it had none, or removed them before, none at all. Where there is nothing, nothing is
 * closed.
 */
export async function isCaseDataHeld(tx: Transaction, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT a.case_held_since IS NOT NULL
       AND NOT coalesce(a.case_data_opened_at >= a.case_held_since, false)
       AND (EXISTS (SELECT FROM case_link l WHERE l.account_id = a.id)
            OR EXISTS (SELECT FROM change_report r WHERE r.account_id = a.id)
            OR EXISTS (SELECT FROM document d WHERE d.account_id = a.id))
       AND NOT EXISTS (
             SELECT FROM case_link l
             WHERE l.account_id = a.id AND l.confirmed_at >= a.case_held_since
               AND (l.linked_at < a.case_held_since OR NOT EXISTS (
                     SELECT FROM case_link earlier
                     WHERE earlier.account_id = a.id AND earlier.linked_at < a.case_held_since))) AS held
    FROM account a WHERE a.id = ${accountId}::uuid`
  return rows[0]?.held ?? false
}

/** Keeps open what is open, whatever becomes of the associations that opened it. To be asked before one is removed. */
export async function keepCaseDataOpen(tx: Transaction, accountId: string): Promise<void> {
  if (await isCaseDataHeld(tx, accountId)) return
  await tx.$executeRaw`
    UPDATE account SET case_data_opened_at = statement_timestamp()
    WHERE id = ${accountId}::uuid AND case_held_since IS NOT NULL`
}
