import type { AgencyReportsQuery } from '@connect/contract/rooms/agency-change-reports'
import { Prisma } from '@connect/prisma/client'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'
import { reportColumns, type ReportRow } from './change-report.store.ts'

export interface AgencyReportRow extends ReportRow {
  readonly caseRef: string
  /** Who reported it, or holds now the client ID for which the agency entered it; null where there is nobody. */
  readonly ownerId: string | null
}

/** Drafts are nobody's business, and cases of other integrators neither. */
function submitted(integratorId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${reportColumns}, k.case_ref AS "caseRef",
      coalesce(r.account_id, (SELECT l.account_id FROM case_link l
        WHERE l.client_lookup = r.author_lookup AND l.integrator_id = k.integrator_id)) AS "ownerId"
    FROM change_report r JOIN benefit_case k ON k.id = r.case_id
    WHERE k.integrator_id = ${integratorId}::uuid AND r.status <> 'draft'`
}

/** What was submitted about an integrator's cases; whoever waits longest comes first. */
export async function listAgencyReports(
  tx: Transaction,
  {
    integratorId,
    status = null,
    before: after,
    limit,
  }: Stretch & { readonly integratorId: string; readonly status?: AgencyReportsQuery['status'] | null },
): Promise<AgencyReportRow[]> {
  return tx.$queryRaw<AgencyReportRow[]>`
    ${submitted(integratorId)} AND (${status}::text IS NULL OR r.status = ${status})
      AND (${after}::uuid IS NULL OR (r.submitted_at, r.id) >
        (SELECT last.submitted_at, last.id FROM change_report last WHERE last.id = ${after}::uuid))
    ORDER BY r.submitted_at, r.id LIMIT ${limit}`
}

/** The report with which a file was sent, of one of the integrator's cases; null when there is none such. */
export async function findReportOfDocument(
  tx: Transaction,
  { documentId, integratorId }: { readonly documentId: string; readonly integratorId: string },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ reportId: string }[]>`
    SELECT r.id AS "reportId" FROM document d
    JOIN change_report_event e ON e.id = d.event_id
    JOIN change_report r ON r.id = e.report_id
    JOIN benefit_case k ON k.id = r.case_id
    WHERE d.id = ${documentId}::uuid AND k.integrator_id = ${integratorId}::uuid`
  return rows[0]?.reportId ?? null
}

interface AgencyReportKey {
  readonly id: string
  readonly integratorId: string
}

/** What was submitted about one of the integrator's cases; null when there is none such. */
export async function findAgencyReport(
  tx: Transaction,
  { id, integratorId }: AgencyReportKey,
): Promise<AgencyReportRow | null> {
  const rows = await tx.$queryRaw<AgencyReportRow[]>`${submitted(integratorId)} AND r.id = ${id}::uuid`
  return rows[0] ?? null
}

/** The same, which nobody else changes until the transaction ends. */
export async function lockAgencyReport(
  tx: Transaction,
  { id, integratorId }: AgencyReportKey,
): Promise<AgencyReportRow | null> {
  const rows = await tx.$queryRaw<AgencyReportRow[]>`
    ${submitted(integratorId)} AND r.id = ${id}::uuid FOR UPDATE OF r`
  return rows[0] ?? null
}
