import type { Pool } from 'pg'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'
import { ownCase, type OwnCaseKey, type OwnCaseRow } from './case-access.store.ts'

interface SealedNotice {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
}

export interface NoticeRow extends SealedNotice {
  readonly title: Uint8Array
  readonly issuedOn: string
  readonly mediaType: string
  readonly bytes: number
  readonly asksForDocuments: boolean
  readonly readAt: Date | null
}

const ownCaseStatement = { name: 'own-case', text: ownCase }

/** How an account stands to a case; null when it is not theirs. */
export async function findOwnCase(pool: Pool, { accountId, caseId }: OwnCaseKey): Promise<OwnCaseRow | null> {
  const { rows } = await pool.query<OwnCaseRow>(ownCaseStatement, [accountId, caseId])
  return rows[0] ?? null
}

const listStatement = {
  name: 'case-notices',
  text: `
    SELECT n.id, n.data_key AS "dataKey", n.data_key_version AS "dataKeyVersion", n.title,
           n.issued_on::text AS "issuedOn", n.media_type AS "mediaType", n.bytes,
           n.asks_for_documents AS "asksForDocuments", r.read_at AS "readAt"
    FROM case_notice n LEFT JOIN case_notice_read r ON r.notice_id = n.id AND r.account_id = $1
    WHERE n.case_id = $2
      AND ($3::uuid IS NULL OR (n.issued_on, n.id) <
           (SELECT issued_on, id FROM case_notice WHERE id = $3 AND case_id = $2))
    ORDER BY n.issued_on DESC, n.id DESC LIMIT $4`,
}

/** Letters of a case, newest first, with when the account opened each. */
export async function findNotices(
  pool: Pool,
  { accountId, caseId, before, limit }: OwnCaseKey & Stretch,
): Promise<NoticeRow[]> {
  const { rows } = await pool.query<NoticeRow>(listStatement, [accountId, caseId, before, limit])
  return rows
}

const unreadStatement = {
  name: 'unread-case-notices',
  text: `
    SELECT count(*)::int AS count FROM case_notice n
    WHERE n.case_id = $2
      AND NOT EXISTS (SELECT FROM case_notice_read r WHERE r.notice_id = n.id AND r.account_id = $1)`,
}

/** How many letters of a case the account has not opened. */
export async function countUnreadNotices(pool: Pool, { accountId, caseId }: OwnCaseKey): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(unreadStatement, [accountId, caseId])
  return rows[0]?.count ?? 0
}

export interface NoticeContentRow extends SealedNotice, OwnCaseRow {
  readonly content: Uint8Array
  readonly issuedOn: string
  readonly mediaType: string
  readonly isRead: boolean
}

const contentStatement = {
  name: 'case-notice-content',
  text: `
    SELECT n.id, n.data_key AS "dataKey", n.data_key_version AS "dataKeyVersion", n.content,
           n.issued_on::text AS "issuedOn", n.media_type AS "mediaType", own."memberId", own.held,
           EXISTS (SELECT FROM case_notice_read r WHERE r.notice_id = n.id AND r.account_id = $1) AS "isRead"
    FROM (${ownCase}) own JOIN case_notice n ON n.case_id = $2 AND n.id = $3`,
}

/** One letter of a case of one's own, still sealed; null when there is none such. */
export async function findNoticeContent(
  pool: Pool,
  { accountId, caseId, noticeId }: OwnCaseKey & { readonly noticeId: string },
): Promise<NoticeContentRow | null> {
  const { rows } = await pool.query<NoticeContentRow>(contentStatement, [accountId, caseId, noticeId])
  return rows[0] ?? null
}

/**
 * Remembers that an account opened a letter, as long as it is the one that was opened: one that took its place meanwhile
 * has another key, and stays unread. False when nothing was to be remembered.
 */
export async function markNoticeRead(
  tx: Transaction,
  { accountId, id, dataKey }: Pick<SealedNotice, 'id' | 'dataKey'> & Pick<OwnCaseKey, 'accountId'>,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO case_notice_read (notice_id, account_id)
    SELECT id, ${accountId}::uuid FROM case_notice WHERE id = ${id}::uuid AND data_key = ${dataKey} FOR SHARE
    ON CONFLICT DO NOTHING`
  return count === 1
}
