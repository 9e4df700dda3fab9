import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface OpenedLetterRow {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly title: Uint8Array
  readonly issuedOn: string
  readonly openedAt: Date
  /** Whether the account may look into its case now. */
  readonly isReadable: boolean
}

/** Letters that an account opened, the newest of them first, still sealed. */
export async function findOpenedLetters(
  tx: Transaction,
  accountId: string,
  limit: number,
): Promise<OpenedLetterRow[]> {
  return tx.$queryRaw<OpenedLetterRow[]>`
    SELECT n.id, n.data_key AS "dataKey", n.data_key_version AS "dataKeyVersion", n.title,
           n.issued_on::text AS "issuedOn", r.read_at AS "openedAt",
           EXISTS (
             SELECT FROM account a
             JOIN case_link l ON l.account_id = a.id
             JOIN case_member m ON m.client_lookup = l.client_lookup AND m.may_associate
             JOIN benefit_case k ON k.id = m.case_id AND k.integrator_id = l.integrator_id
             WHERE a.id = r.account_id AND m.case_id = n.case_id
               AND NOT coalesce(a.case_held_since > l.confirmed_at, false)) AS "isReadable"
    FROM case_notice_read r JOIN case_notice n ON n.id = r.notice_id
    WHERE r.account_id = ${accountId}::uuid
    ORDER BY r.read_at DESC, n.id DESC LIMIT ${limit}`
}
