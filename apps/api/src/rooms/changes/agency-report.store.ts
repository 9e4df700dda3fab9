import type { AgencyReportsQuery } from '@connect/contract/rooms/agency-change-reports'
import type { PageQuery } from '@connect/contract/shared/page'
import { Prisma } from '@connect/prisma/client'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'
import { reportColumns, type ReportRow } from './change-report.store.ts'

export interface AgencyReportRow extends ReportRow {
  readonly caseRef: string
  /** Who reported it, or holds now the client ID for which the agency entered it; null where there is nobody. */
  readonly ownerId: string | null
}

/** Drafts are nobody's business. */
const submitted = Prisma.sql`
  SELECT ${reportColumns}, k.case_ref AS "caseRef",
    coalesce(r.account_id, (SELECT l.account_id FROM case_link l
      WHERE l.client_lookup = r.author_lookup AND l.integrator_id = k.integrator_id)) AS "ownerId"
  FROM change_report r JOIN benefit_case k ON k.id = r.case_id
  WHERE r.status <> 'draft'`

/**
 * What was submitted; whoever waits longest comes first. A condition stands in the statement only where it is asked: with
 * `$1 IS NULL OR` a plan for whatever parameters goes through all reports (1.8 s among 200,000, instead of 1 ms).
 */
export async function listAgencyReports(
  tx: Transaction,
  { status, confirmationNumber, before: after, limit }: Stretch & Omit<AgencyReportsQuery, keyof PageQuery>,
): Promise<AgencyReportRow[]> {
  const ofStatus = status === undefined ? Prisma.empty : Prisma.sql`AND r.status = ${status}`
  const ofReceipt =
    confirmationNumber === undefined
      ? Prisma.empty
      : Prisma.sql`AND r.id = (SELECT e.report_id FROM receipt p JOIN change_report_event e ON e.id = p.event_id
          WHERE p.confirmation_number = ${confirmationNumber})`
  const behind =
    // A number has one report: there is no page behind it.
    after === null || confirmationNumber !== undefined
      ? Prisma.empty
      : Prisma.sql`AND (r.submitted_at, r.id) >
          (SELECT last.submitted_at, last.id FROM change_report last WHERE last.id = ${after}::uuid)`
  return tx.$queryRaw<AgencyReportRow[]>`
    ${submitted} ${ofStatus} ${ofReceipt} ${behind} ORDER BY r.submitted_at, r.id LIMIT ${limit}`
}

/** The report with which a file was sent; null when there is none. */
export async function findReportOfDocument(tx: Transaction, documentId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ reportId: string }[]>`
    SELECT r.id AS "reportId" FROM document d
    JOIN change_report_event e ON e.id = d.event_id
    JOIN change_report r ON r.id = e.report_id
    WHERE d.id = ${documentId}::uuid`
  return rows[0]?.reportId ?? null
}

/** What was submitted; null when there is none such. */
export async function findAgencyReport(tx: Transaction, id: string): Promise<AgencyReportRow | null> {
  const rows = await tx.$queryRaw<AgencyReportRow[]>`${submitted} AND r.id = ${id}::uuid`
  return rows[0] ?? null
}

/** The same, which nobody else changes until the transaction ends. */
export async function lockAgencyReport(tx: Transaction, id: string): Promise<AgencyReportRow | null> {
  const rows = await tx.$queryRaw<AgencyReportRow[]>`
    ${submitted} AND r.id = ${id}::uuid FOR UPDATE OF r`
  return rows[0] ?? null
}
