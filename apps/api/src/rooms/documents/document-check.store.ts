import type { DocumentMediaType, RefusalReason } from '@connect/contract/rooms/documents'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A file that is to be looked at. */
export interface CheckedDocument {
  readonly id: string
  readonly mediaType: DocumentMediaType
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  /** How often it was being opened when nothing more was heard of the server that did. */
  readonly vanished: number
}

/** One run of a check: what it found counts only while no later run has begun. */
interface CheckRun {
  readonly id: string
  readonly checkId: string
}

/** Begins a run on a file that waits for one; null for one that was judged, is gone or is nobody's. */
export async function claimDocument(
  tx: Transaction,
  { id, checkId }: CheckRun,
): Promise<CheckedDocument | null> {
  const rows = await tx.$queryRaw<CheckedDocument[]>`
    UPDATE document SET state = 'checking', check_id = ${checkId}::uuid
    WHERE id = ${id}::uuid AND state IN ('received', 'checking') AND (account_id IS NOT NULL OR event_id IS NOT NULL)
    RETURNING id, media_type AS "mediaType", data_key AS "dataKey", data_key_version AS "dataKeyVersion", vanished`
  return rows[0] ?? null
}

/** Whether a file waits to be judged; false for one that was, and for one that is gone. */
export async function isWaiting(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM document WHERE id = ${id}::uuid AND state IN ('received', 'checking')`
  return rows.length > 0
}

/**
 * Says beforehand that a file is being opened: should it end us, nobody can say so afterwards. False, and nothing is
 * counted, when another run has begun, or the file is gone.
 */
export async function countOpening(tx: Transaction, { id, checkId }: CheckRun): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE document SET vanished = vanished + 1
    WHERE id = ${id}::uuid AND state = 'checking' AND check_id = ${checkId}::uuid`
  return count === 1
}

/** Takes back what was counted, whichever run holds the file by now: whatever came of it, we are still there. */
export async function countReturn(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE document SET vanished = vanished - 1
    WHERE id = ${id}::uuid AND state = 'checking' AND vanished > 0`
}

/** Counts that a file ended the process that opened it, and answers how often it has; null when another run has begun. */
export async function countCrash(tx: Transaction, { id, checkId }: CheckRun): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ crashes: number }[]>`
    UPDATE document SET crashes = crashes + 1
    WHERE id = ${id}::uuid AND state = 'checking' AND check_id = ${checkId}::uuid
    RETURNING crashes`
  return row?.crashes ?? null
}

export interface ReadyDocument extends CheckRun {
  readonly pages: number | null
  readonly active: boolean
  readonly scanned: boolean
  /** Null where readers get the file as it came. */
  readonly reader: { readonly mediaType: string; readonly bytes: number; readonly sha256: Bytes } | null
}

/** Says that readers may have the file; false when another run has begun, or it is gone. */
export async function markReady(tx: Transaction, ready: ReadyDocument): Promise<boolean> {
  const { id, checkId, pages, active, scanned, reader } = ready
  const count = await tx.$executeRaw`
    UPDATE document SET state = 'ready', check_id = NULL,
                        pages = ${pages}::int, active = ${active}, scanned = ${scanned},
                        reader_media_type = ${reader?.mediaType ?? null}, reader_bytes = ${reader?.bytes ?? null}::int,
                        reader_sha256 = ${reader?.sha256 ?? null}::bytea
    WHERE id = ${id}::uuid AND state = 'checking' AND check_id = ${checkId}::uuid`
  return count === 1
}

/** Files that wait to be judged, and the seconds since the oldest of them arrived. */
export async function countWaiting(tx: Transaction): Promise<{ waiting: number; oldestSeconds: number }> {
  const [row] = await tx.$queryRaw<{ waiting: number; oldestSeconds: number }[]>`
    SELECT count(*)::int AS waiting,
           coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8 AS "oldestSeconds"
    FROM document WHERE state IN ('received', 'checking')`
  return row ?? { waiting: 0, oldestSeconds: 0 }
}

export interface RefusedDocument {
  /** Null once the account is gone. */
  readonly accountId: string | null
  /** Of the report that it went with meanwhile. */
  readonly reportId: string | null
}

/** Says that nobody gets the file, and why; null when another run has begun, or it is gone. */
export async function markRefused(
  tx: Transaction,
  { id, checkId, reason, scanned }: CheckRun & { readonly reason: RefusalReason; readonly scanned: boolean },
): Promise<RefusedDocument | null> {
  const rows = await tx.$queryRaw<RefusedDocument[]>`
    UPDATE document d SET state = 'refused', check_id = NULL,
                          reason = ${reason}, scanned = ${scanned}
    WHERE d.id = ${id}::uuid AND d.state = 'checking' AND d.check_id = ${checkId}::uuid
    RETURNING d.account_id AS "accountId",
              (SELECT e.report_id FROM change_report_event e WHERE e.id = d.event_id) AS "reportId"`
  return rows[0] ?? null
}
