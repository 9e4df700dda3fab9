import { Prisma } from '@connect/prisma/client'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** A report as it is stored; what was answered is still sealed. */
export interface ReportRow {
  readonly id: string
  /** Null for what the agency entered, and once the account is deleted. */
  readonly accountId: string | null
  readonly caseId: string
  readonly kind: string
  readonly status: string
  readonly channel: string
  readonly version: number
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly content: Uint8Array
  readonly correctsId: string | null
  readonly noticeId: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly expiresAt: Date | null
  readonly submittedAt: Date | null
  /** Of its first receipt. */
  readonly confirmationNumber: string | null
  /** Submitted reports that correct it. */
  readonly correctedByIds: readonly string[]
  /** By the database's clock, and the day that it is in Connecticut. */
  readonly now: Date
  readonly today: string
}

/** What `ReportRow` holds, of `change_report r`. */
export const reportColumns = Prisma.sql`
  r.id, r.account_id AS "accountId", r.case_id AS "caseId", r.kind, r.status, r.channel, r.version,
  r.data_key AS "dataKey", r.data_key_version AS "dataKeyVersion", r.content,
  r.corrects_id AS "correctsId", r.notice_id AS "noticeId",
  r.created_at AS "createdAt", r.updated_at AS "updatedAt", r.expires_at AS "expiresAt",
  r.submitted_at AS "submittedAt",
  (SELECT c.confirmation_number FROM change_report_event e JOIN receipt c ON c.event_id = e.id
    WHERE e.report_id = r.id AND e.kind = 'received' ORDER BY e.id LIMIT 1) AS "confirmationNumber",
  array(SELECT c.id::text FROM change_report c
         WHERE c.corrects_id = r.id AND c.status <> 'draft' ORDER BY c.id) AS "correctedByIds",
  statement_timestamp() AS now, (statement_timestamp() AT TIME ZONE 'America/New_York')::date::text AS today`

/** A draft is there until its end, whether it is swept or not. */
const isThere = Prisma.sql`(r.status <> 'draft' OR r.expires_at > statement_timestamp())`

/** What an account reported itself, and what the agency entered for a client ID that the account holds. */
function isOwn(accountId: string): Prisma.Sql {
  return Prisma.sql`(r.account_id = ${accountId}::uuid OR EXISTS (
    SELECT FROM case_link l JOIN benefit_case k ON k.id = r.case_id AND k.integrator_id = l.integrator_id
    WHERE l.account_id = ${accountId}::uuid AND l.client_lookup = r.author_lookup))`
}

interface ReportKey {
  readonly id: string
  readonly accountId: string
}

/** A report of one's own; null when there is none such. */
export async function findOwnReport(
  tx: Transaction,
  { id, accountId }: ReportKey,
): Promise<ReportRow | null> {
  const rows = await tx.$queryRaw<ReportRow[]>`
    SELECT ${reportColumns} FROM change_report r WHERE r.id = ${id}::uuid AND ${isThere} AND ${isOwn(accountId)}`
  return rows[0] ?? null
}

/** The same, held until the transaction ends. */
export async function lockOwnReport(
  tx: Transaction,
  { id, accountId }: ReportKey,
): Promise<ReportRow | null> {
  const rows = await tx.$queryRaw<ReportRow[]>`
    SELECT ${reportColumns} FROM change_report r
    WHERE r.id = ${id}::uuid AND ${isThere} AND ${isOwn(accountId)} FOR UPDATE OF r`
  return rows[0] ?? null
}

/** The report that said already what a draft said which is gone, held until the transaction ends. */
export async function lockRepeatedReport(
  tx: Transaction,
  { id, accountId }: ReportKey,
): Promise<ReportRow | null> {
  const rows = await tx.$queryRaw<ReportRow[]>`
    SELECT ${reportColumns} FROM change_report r
    WHERE r.account_id = ${accountId}::uuid AND ${id}::uuid = ANY (r.repeated_ids) FOR UPDATE OF r`
  return rows[0] ?? null
}

/** Reports of one's own, newest first. Each way to own one has an index, which one condition for both would not use. */
export async function listOwnReports(
  tx: Transaction,
  accountId: string,
  { before, limit }: Stretch,
): Promise<ReportRow[]> {
  return tx.$queryRaw<ReportRow[]>`
    WITH mine AS (
      SELECT id FROM change_report WHERE account_id = ${accountId}::uuid
      UNION
      SELECT entered.id FROM case_link l
      JOIN change_report entered ON entered.author_lookup = l.client_lookup
      JOIN benefit_case k ON k.id = entered.case_id AND k.integrator_id = l.integrator_id
      WHERE l.account_id = ${accountId}::uuid)
    SELECT ${reportColumns} FROM mine JOIN change_report r ON r.id = mine.id
    WHERE ${isThere} AND (${before}::uuid IS NULL OR r.id < ${before}::uuid)
    ORDER BY r.id DESC LIMIT ${limit}`
}

/** When a status was reached, and the day that it was in Connecticut. */
interface Reached {
  readonly at: Date
  readonly today: string
}

/**
 * Marks a status that was reached; answers when, by which its entry in the timeline is dated. Whoever locks a report may
 * have waited for it, so that `now` of the row can be older than the entry which it waited for.
 */
export async function setReportStatus(
  tx: Transaction,
  { id, status }: { readonly id: string; readonly status: string },
): Promise<Reached> {
  const [row] = await tx.$queryRaw<Reached[]>`
    UPDATE change_report SET status = ${status}, version = version + 1, updated_at = statement_timestamp()
    WHERE id = ${id}::uuid
    RETURNING updated_at AS at, (updated_at AT TIME ZONE 'America/New_York')::date::text AS today`
  if (row === undefined) throw new Error('a report that was held is gone')
  return row
}
