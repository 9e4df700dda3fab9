import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** An entry of a timeline; what it says in words is still sealed. */
export interface ReportEventRow {
  readonly id: string
  readonly kind: string
  readonly at: Date
  readonly dataKey: Uint8Array | null
  readonly dataKeyVersion: number | null
  readonly message: Uint8Array | null
  /** Of the receipt that it gave. */
  readonly receiptId: string | null
}

/** The timeline of a report, oldest first. */
export async function findReportEvents(tx: Transaction, reportId: string): Promise<ReportEventRow[]> {
  return findEventsOfReports(tx, [reportId])
}

/** Those of several reports, each oldest first. */
export async function findEventsOfReports(
  tx: Transaction,
  reportIds: readonly string[],
): Promise<(ReportEventRow & { readonly reportId: string })[]> {
  if (reportIds.length === 0) return []
  return tx.$queryRaw<(ReportEventRow & { readonly reportId: string })[]>`
    SELECT e.id, e.report_id AS "reportId", e.kind, e.at, e.data_key AS "dataKey",
           e.data_key_version AS "dataKeyVersion", e.message, c.id AS "receiptId"
    FROM change_report_event e LEFT JOIN receipt c ON c.event_id = e.id
    WHERE e.report_id = ANY (${[...reportIds]}::uuid[]) ORDER BY e.at, e.id`
}

export interface NewReportEvent {
  readonly id: string
  readonly reportId: string
  readonly kind: string
  readonly at: Date
  readonly dataKey: Bytes | null
  readonly dataKeyVersion: number | null
  readonly message: Bytes | null
}

/** Adds an entry to a timeline: none is ever changed or taken away. */
export async function insertReportEvent(tx: Transaction, event: NewReportEvent): Promise<void> {
  await tx.changeReportEvent.create({ data: event, select: { id: true } })
}
