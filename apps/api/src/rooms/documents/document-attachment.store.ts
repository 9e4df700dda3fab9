import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'
import { documentColumns, type DocumentRow } from './document.store.ts'

/** Files of an account that have arrived, of those that are asked for. */
export async function findOwnDocuments(
  tx: Transaction,
  accountId: string,
  ids: readonly string[],
): Promise<DocumentRow[]> {
  return tx.$queryRaw<DocumentRow[]>`
    ${documentColumns}
    WHERE d.account_id = ${accountId}::uuid AND d.id = ANY (${[...ids]}::uuid[]) AND d.state <> 'receiving'`
}

/** The same with those that still arrive; until the transaction ends nobody else changes or deletes them. */
export async function holdOwnDocuments(
  tx: Transaction,
  accountId: string,
  ids: readonly string[],
): Promise<DocumentRow[]> {
  // In one order, so that two who want the same files wait for each other and not in a ring.
  return tx.$queryRaw<DocumentRow[]>`
    ${documentColumns}
    WHERE d.account_id = ${accountId}::uuid AND d.id = ANY (${[...ids]}::uuid[])
    ORDER BY d.id FOR UPDATE OF d`
}

/** Says that some files stand in a draft that is saved now; they are kept as long as it is. */
export async function nameDocuments(
  tx: Transaction,
  accountId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT id FROM document
       WHERE id = ANY (${[...ids]}::uuid[]) AND account_id = ${accountId}::uuid AND event_id IS NULL
       ORDER BY id FOR UPDATE)
    UPDATE document SET named_at = statement_timestamp() FROM held WHERE document.id = held.id`
}

/** All files of an account that have arrived, newest first. */
export async function listOwnDocuments(
  tx: Transaction,
  accountId: string,
  { before, limit }: Stretch,
): Promise<DocumentRow[]> {
  return tx.$queryRaw<DocumentRow[]>`
    ${documentColumns}
    WHERE d.account_id = ${accountId}::uuid AND d.state <> 'receiving'
      AND (${before}::uuid IS NULL OR d.id < ${before}::uuid) ORDER BY d.id DESC LIMIT ${limit}`
}

/** Gives files to an entry of a timeline, for ever. Answers the report that it stands in. */
export async function attachDocuments(
  tx: Transaction,
  eventId: string,
  ids: readonly string[],
): Promise<string> {
  const rows = await tx.$queryRaw<{ reportId: string }[]>`
    UPDATE document d SET event_id = e.id FROM change_report_event e
    WHERE e.id = ${eventId}::uuid AND d.id = ANY (${[...ids]}::uuid[]) AND d.event_id IS NULL
    RETURNING e.report_id AS "reportId"`
  const [first] = rows
  if (first === undefined || rows.length !== ids.length)
    throw new Error('files that were held, or the entry that they go to, are gone')
  return first.reportId
}

/** Files of entries of timelines, in the order in which they were sent. */
export async function findDocumentsOfEvents(
  tx: Transaction,
  eventIds: readonly string[],
): Promise<DocumentRow[]> {
  return tx.$queryRaw<DocumentRow[]>`
    ${documentColumns} WHERE d.event_id = ANY (${[...eventIds]}::uuid[]) ORDER BY d.id`
}

/** How many files went with a report and with what was added to it. */
export async function countDocumentsOfReport(tx: Transaction, reportId: string): Promise<number> {
  return tx.document.count({ where: { event: { reportId } } })
}

/** Takes files that were not submitted from their account, and answers which; nobody's are swept, which may take longer. */
export async function discardDocuments(
  tx: Transaction,
  accountId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH held AS MATERIALIZED (
      SELECT id FROM document
       WHERE id = ANY (${[...ids]}::uuid[]) AND account_id = ${accountId}::uuid AND event_id IS NULL
         AND state <> 'receiving'
       ORDER BY id FOR UPDATE)
    UPDATE document SET account_id = NULL FROM held WHERE document.id = held.id RETURNING document.id`
  return rows.map(({ id }) => id)
}
