import type { MessageAbout, MessageKind } from '@connect/contract/rooms/account-messages'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface MessageRow {
  readonly id: string
  readonly kind: MessageKind
  /** Ids and codes of what it is about, those that there are. */
  readonly details: Partial<MessageAbout>
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** Messages of an account older than the one given, newest first. Their ids are in the order of their writing. */
export async function findMessages(
  tx: Transaction,
  accountId: string,
  { before, limit }: Stretch,
): Promise<MessageRow[]> {
  const rows = await tx.message.findMany({
    where: { accountId, ...(before !== null && { id: { lt: before } }) },
    select: { id: true, kind: true, details: true, createdAt: true, readAt: true },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows as MessageRow[]
}

export async function countUnread(tx: Transaction, accountId: string): Promise<number> {
  return tx.message.count({ where: { accountId, readAt: null } })
}

/** Locks a message of an account, so that two marks come one after the other; null when the account has no such one. */
export async function lockMessage(
  tx: Transaction,
  { accountId, id }: { accountId: string; id: string },
): Promise<MessageRow | null> {
  const rows = await tx.$queryRaw<MessageRow[]>`
    SELECT id, kind, details, created_at AS "createdAt", read_at AS "readAt" FROM message
     WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid FOR UPDATE`
  return rows[0] ?? null
}

/** Sets the read mark to now by the database's clock, or takes it away. */
export async function markMessage(
  tx: Transaction,
  { id, read }: { id: string; read: boolean },
): Promise<MessageRow> {
  const [row] = await tx.$queryRaw<MessageRow[]>`
    UPDATE message SET read_at = CASE WHEN ${read} THEN statement_timestamp() END WHERE id = ${id}::uuid
    RETURNING id, kind, details, created_at AS "createdAt", read_at AS "readAt"`
  if (row === undefined) throw new Error('a message that was locked is gone')
  return row
}
