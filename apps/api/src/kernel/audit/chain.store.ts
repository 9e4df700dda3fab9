import type { PrismaClient } from '@connect/prisma/client'
import type { Transaction } from '@connect/prisma/connect'
import type { ChainedEvent, ChainLink } from './chain.ts'

export type ChainDatabase = Pick<PrismaClient, '$queryRaw' | '$transaction'>
type Reader = Pick<PrismaClient, '$queryRaw'>
type Bytes = Uint8Array<ArrayBuffer>

/**
 * Longer than any transaction lives (docs/security.md, timeouts), in seconds. A row's time is that of the statement that
 * adds it, so a row that commits now cannot be older than this.
 */
const longestTransactionSeconds = 60

export interface AuditHeadRow extends ChainLink {
  readonly signature: Bytes
  readonly keyVersion: number
}

export interface AuditSealRow extends ChainLink {
  readonly eventId: string
  readonly previousHash: Bytes
  readonly signature: Bytes | null
  readonly keyVersion: number
  /** Null where the row that was sealed is gone. */
  readonly event: ChainedEvent | null
}

/** Takes the sealer's place until the transaction ends; false when another one has it. */
export async function tryLockSealing(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ locked: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('connect.audit.sealer')) AS locked`
  return row?.locked === true
}

export async function readHead(reader: Reader): Promise<AuditHeadRow | null> {
  const [head] = await reader.$queryRaw<AuditHeadRow[]>`
    SELECT sequence, hash, signature, key_version AS "keyVersion" FROM audit_head WHERE id = 1`
  return head ?? null
}

/** From one time of the database to another, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

/**
 * Rows that no seal covers yet, oldest first. Unless a period is given, looks no further back than a transaction can
 * have begun before the newest row sealed so far; the sealer walks over what lies behind that (`findForgotten`).
 */
export async function readUnsealed(reader: Reader, limit: number, period?: Period): Promise<ChainedEvent[]> {
  const { from, to } = period ?? { from: await beginningOfNew(reader), to: 'infinity' }
  // A statement of its own, so that the planner knows how few rows lie in this period.
  return reader.$queryRaw<ChainedEvent[]>`
    SELECT event.id::text, to_char(event.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "occurredAt",
           event.event, event.outcome, event.actor_kind AS "actorKind", event.actor_id::text AS "actorId",
           event.subject_id::text AS "subjectId", event.request_id AS "requestId", event.details::text AS details
      FROM audit_event event
     WHERE event.occurred_at >= ${from}::timestamptz
       AND event.occurred_at <= ${to}::timestamptz
       AND NOT EXISTS (SELECT 1 FROM audit_seal seal WHERE seal.event_id = event.id)
     ORDER BY event.occurred_at, event.id
     LIMIT ${limit}`
}

/** Never ahead of the present: a row sealed while the database's clock was fast must not hide those after it. */
async function beginningOfNew(reader: Reader): Promise<string> {
  const [beginning] = await reader.$queryRaw<{ time: string }[]>`
    SELECT to_char((least(event.occurred_at, now()) - make_interval(secs => ${longestTransactionSeconds}))
                   AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS time
      FROM audit_head head
      JOIN audit_seal seal ON seal.sequence = head.sequence
      JOIN audit_event event ON event.id = seal.event_id
     WHERE head.id = 1`
  return beginning?.time ?? '-infinity'
}

/** Where a walk over the audit rows has come to. */
export interface EventCursor {
  readonly occurredAt: string
  readonly id: string
}

export const firstEvent: EventCursor = { occurredAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

/**
 * A stretch of the rows older than any running transaction: the first among them that no seal covers, and where the
 * stretch ends; null behind the last one.
 */
export async function findForgotten(
  reader: Reader,
  after: EventCursor,
  limit: number,
): Promise<{ readonly unsealedId: string | null; readonly end: EventCursor } | null> {
  const rows = await reader.$queryRaw<(EventCursor & { unsealed: boolean })[]>`
    WITH stretch AS (
      SELECT id, occurred_at FROM audit_event
       WHERE occurred_at >= ${after.occurredAt}::timestamptz
         AND (occurred_at, id) > (${after.occurredAt}::timestamptz, ${after.id}::uuid)
         AND occurred_at < now() - make_interval(secs => ${longestTransactionSeconds})
       ORDER BY occurred_at, id
       LIMIT ${limit}
    )
    SELECT stretch.id::text, to_char(stretch.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "occurredAt",
           seal.event_id IS NULL AS unsealed
      FROM stretch LEFT JOIN audit_seal seal ON seal.event_id = stretch.id
     ORDER BY stretch.occurred_at, stretch.id`
  const end = rows.at(-1)
  if (!end) return null
  return { unsealedId: rows.find(({ unsealed }) => unsealed)?.id ?? null, end }
}

/** A stretch of the chain behind `after`, in its order, with the rows that it covers. */
export async function readSeals(
  reader: Reader,
  range: { readonly after: bigint; readonly upTo: bigint; readonly limit: number },
): Promise<AuditSealRow[]> {
  const rows = await reader.$queryRaw<(Omit<AuditSealRow, 'event'> & ChainedEvent & { found: boolean })[]>`
    SELECT seal.sequence, seal.event_id::text AS "eventId", seal.previous_hash AS "previousHash", seal.hash,
           seal.signature, seal.key_version AS "keyVersion", event.id IS NOT NULL AS found,
           event.id::text, to_char(event.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "occurredAt",
           event.event, event.outcome, event.actor_kind AS "actorKind", event.actor_id::text AS "actorId",
           event.subject_id::text AS "subjectId", event.request_id AS "requestId", event.details::text AS details
      FROM audit_seal seal LEFT JOIN audit_event event ON event.id = seal.event_id
     WHERE seal.sequence > ${range.after} AND seal.sequence <= ${range.upTo}
     ORDER BY seal.sequence
     LIMIT ${range.limit}`
  return rows.map(({ sequence, eventId, previousHash, hash, signature, keyVersion, found, ...event }) => ({
    sequence,
    eventId,
    previousHash,
    hash,
    signature,
    keyVersion,
    event: found ? event : null,
  }))
}

/** The last place of the chain and the place that the head names, seen at one moment. */
export async function readEnds(reader: Reader): Promise<{ lastSeal: bigint; head: bigint }> {
  const [ends] = await reader.$queryRaw<{ lastSeal: bigint; head: bigint }[]>`
    SELECT coalesce((SELECT max(sequence) FROM audit_seal), 0) AS "lastSeal",
           coalesce((SELECT sequence FROM audit_head WHERE id = 1), 0) AS head`
  if (!ends) throw new Error('The database gave no answer')
  return ends
}

export interface NewSeal extends ChainLink {
  readonly eventId: string
  readonly previousHash: Bytes
  readonly signature: Bytes | null
  readonly keyVersion: number
}

/** Adds seals, in their order, and moves the head to the last one. */
export async function appendSeals(
  tx: Transaction,
  seals: readonly NewSeal[],
  head: AuditHeadRow,
): Promise<void> {
  await tx.auditSeal.createMany({ data: [...seals] })
  await tx.$executeRaw`
    INSERT INTO audit_head (id, sequence, hash, signature, key_version)
    VALUES (1, ${head.sequence}, ${head.hash}, ${head.signature}, ${head.keyVersion})
    ON CONFLICT (id) DO UPDATE
      SET sequence = excluded.sequence, hash = excluded.hash, signature = excluded.signature,
          key_version = excluded.key_version, updated_at = now()`
}
