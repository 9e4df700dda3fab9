import { Prisma } from '@connect/prisma/client'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

interface OwnReceiptRow {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly content: Uint8Array
}

const columns = Prisma.sql`c.id, c.data_key AS "dataKey", c.data_key_version AS "dataKeyVersion", c.content`

/**
 * Receipts of one's own: those that an account was given, and those of what the agency entered for a client ID that the
 * account holds. Each way has an index, which one condition for both would not use.
 */
function mine(accountId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT id FROM receipt WHERE account_id = ${accountId}::uuid
    UNION
    SELECT given.id FROM case_link l
    JOIN change_report r ON r.author_lookup = l.client_lookup
    JOIN benefit_case k ON k.id = r.case_id AND k.integrator_id = l.integrator_id
    JOIN change_report_event e ON e.report_id = r.id
    JOIN receipt given ON given.event_id = e.id
    WHERE l.account_id = ${accountId}::uuid`
}

/** What stands beside the sealed content of a receipt. */
interface ReceiptHead {
  readonly id: string
  readonly kind: string
  readonly confirmationNumber: string
  readonly submittedAt: Date
  readonly reportId: string
  readonly caseId: string
}

/** What a list tells of one's own receipts, newest first: it needs nothing of what is sealed. */
export async function listReceiptHeads(
  tx: Transaction,
  accountId: string,
  { before, limit }: Stretch,
): Promise<ReceiptHead[]> {
  return tx.$queryRaw<ReceiptHead[]>`
    WITH mine AS (${mine(accountId)})
    SELECT c.id, CASE e.kind WHEN 'added' THEN 'addition' ELSE r.kind END AS kind,
           c.confirmation_number AS "confirmationNumber", e.at AS "submittedAt", r.id AS "reportId", r.case_id AS "caseId"
    FROM mine JOIN receipt c ON c.id = mine.id
    JOIN change_report_event e ON e.id = c.event_id JOIN change_report r ON r.id = e.report_id
    WHERE ${before}::uuid IS NULL OR c.id < ${before}::uuid
    ORDER BY c.id DESC LIMIT ${limit}`
}

/** One's own receipts, newest first, still sealed. */
export async function listOwnReceipts(
  tx: Transaction,
  accountId: string,
  { before, limit }: Stretch,
): Promise<OwnReceiptRow[]> {
  return tx.$queryRaw<OwnReceiptRow[]>`
    WITH mine AS (${mine(accountId)})
    SELECT ${columns} FROM mine JOIN receipt c ON c.id = mine.id
    WHERE ${before}::uuid IS NULL OR c.id < ${before}::uuid
    ORDER BY c.id DESC LIMIT ${limit}`
}

/** A receipt of one's own; null when there is none such. */
export async function findOwnReceipt(
  tx: Transaction,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<OwnReceiptRow | null> {
  const rows = await tx.$queryRaw<OwnReceiptRow[]>`
    WITH mine AS (${mine(accountId)})
    SELECT ${columns} FROM mine JOIN receipt c ON c.id = mine.id WHERE c.id = ${id}::uuid`
  return rows[0] ?? null
}

/** The receipt that a report of one's own was given when it was submitted; null when there is none such. */
export async function findReceiptOfReport(
  tx: Transaction,
  { reportId, accountId }: { readonly reportId: string; readonly accountId: string },
): Promise<OwnReceiptRow | null> {
  const rows = await tx.$queryRaw<OwnReceiptRow[]>`
    WITH mine AS (${mine(accountId)})
    SELECT ${columns} FROM mine JOIN receipt c ON c.id = mine.id
    JOIN change_report_event e ON e.id = c.event_id
    WHERE e.report_id = ${reportId}::uuid AND e.kind = 'received' ORDER BY e.id LIMIT 1`
  return rows[0] ?? null
}
