import { reportLimits } from '@connect/contract/rooms/report-limits'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface Submitted {
  readonly id: string
  readonly content: Bytes
  readonly contentLookup: Bytes
  readonly at: Date
}

/** Makes a draft what was submitted: from now on its content stays. */
export async function submitDraft(
  tx: Transaction,
  { id, content, contentLookup, at }: Submitted,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE change_report
    SET status = 'received', content = ${content}, content_lookup = ${contentLookup}, submitted_at = ${at},
        updated_at = ${at}, expires_at = NULL, version = version + 1
    WHERE id = ${id}::uuid AND status = 'draft'`
}

/** A report that was never a draft. */
export interface NewReport extends Omit<Submitted, 'contentLookup'> {
  /** Null for what the agency entered; then `authorLookup` says whose it is. */
  readonly accountId: string | null
  readonly authorLookup: Bytes | null
  readonly contentLookup: Bytes | null
  readonly caseId: string
  readonly kind: string
  readonly channel: string
  readonly noticeId: string | null
  readonly dataKey: Bytes
  readonly dataKeyVersion: number
}

/** Adds a report as it was received. */
export async function insertReport(tx: Transaction, report: NewReport): Promise<void> {
  const { id, accountId, authorLookup, caseId, kind, channel, dataKey, dataKeyVersion, content } = report
  await tx.$executeRaw`
    INSERT INTO change_report (id, account_id, author_lookup, case_id, kind, status, channel, data_key, data_key_version,
                               content, content_lookup, notice_id, created_at, updated_at, submitted_at)
    VALUES (${id}::uuid, ${accountId}::uuid, ${authorLookup}, ${caseId}::uuid, ${kind}, 'received', ${channel},
            ${dataKey}, ${dataKeyVersion}, ${content}, ${report.contentLookup}, ${report.noticeId}::uuid,
            ${report.at}, ${report.at}, ${report.at})`
}

/** The entry of the timeline with which a report was submitted; null for a draft. */
export async function findSubmission(tx: Transaction, reportId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM change_report_event WHERE report_id = ${reportId}::uuid AND kind = 'received'
    ORDER BY at, id LIMIT 1`
  return rows[0]?.id ?? null
}

/** The same content of the same account, submitted a short time ago and still open: the entry of its timeline. */
export async function findRepeated(
  tx: Transaction,
  { accountId, contentLookup }: { readonly accountId: string; readonly contentLookup: Bytes },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM change_report r JOIN change_report_event e ON e.report_id = r.id AND e.kind = 'received'
    WHERE r.account_id = ${accountId}::uuid AND r.content_lookup = ${contentLookup}
      AND r.status IN ('received', 'in_review', 'needs_information')
      AND r.submitted_at > statement_timestamp() - make_interval(secs => ${reportLimits.repeated}::int)
    ORDER BY r.id LIMIT 1`
  return rows[0]?.id ?? null
}

/** Removes a draft whose content stands in the report of an entry, and keeps in mind which report that is. */
export async function repeatReport(
  tx: Transaction,
  { draftId, eventId }: { readonly draftId: string; readonly eventId: string },
): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM change_report WHERE id = ${draftId}::uuid AND status = 'draft' RETURNING id)
    UPDATE change_report r SET repeated_ids = r.repeated_ids || gone.id
    FROM gone, change_report_event e WHERE e.id = ${eventId}::uuid AND r.id = e.report_id`
}

/** What was added to a report a short time ago, newest first. */
export async function findRecentAdditions(tx: Transaction, reportId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM change_report_event
    WHERE report_id = ${reportId}::uuid AND kind = 'added'
      AND at > statement_timestamp() - make_interval(secs => ${reportLimits.repeated}::int)
    ORDER BY at DESC, id DESC`
  return rows.map(({ id }) => id)
}

/** Whether a letter was sent to that case. */
export async function isLetterOf(
  tx: Transaction,
  { caseId, noticeId }: { readonly caseId: string; readonly noticeId: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM case_notice WHERE id = ${noticeId}::uuid AND case_id = ${caseId}::uuid`
  return rows.length === 1
}

/** The confirmation number with which a report was received; null for none. */
export async function findReportNumber(tx: Transaction, reportId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ number: string }[]>`
    SELECT c.confirmation_number AS number FROM change_report_event e JOIN receipt c ON c.event_id = e.id
    WHERE e.report_id = ${reportId}::uuid AND e.kind = 'received' ORDER BY e.at, e.id LIMIT 1`
  return rows[0]?.number ?? null
}

/** By the database's clock, and the day that it is in Connecticut. */
export interface Now {
  readonly now: Date
  readonly today: string
}

export async function readNow(tx: Transaction): Promise<Now> {
  const [row] = await tx.$queryRaw<Now[]>`
    SELECT statement_timestamp() AS now, (statement_timestamp() AT TIME ZONE 'America/New_York')::date::text AS today`
  if (row === undefined) throw new Error('the database told no time')
  return row
}
