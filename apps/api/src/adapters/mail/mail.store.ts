import type { PrismaClient } from '@connect/prisma/client'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** What a mail row may be: written, taken by the server, given up on, or kept for the outbox page of a demonstration. */
export type MailState = 'queued' | 'sent' | 'failed' | 'kept'

export interface StoredMail {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly recipient: Uint8Array
  readonly content: Uint8Array
  readonly template: string
  readonly locale: string
  readonly state: string
  readonly createdAt: Date
}

export type MailDatabase = Pick<PrismaClient, 'mail' | '$queryRaw' | '$executeRaw'>

/** An e-mail that still has to leave; null when it has left, was given up on, or is gone. */
export async function findQueuedMail(database: MailDatabase, id: string): Promise<StoredMail | null> {
  return database.mail.findFirst({ where: { id, state: 'queued' } })
}

/** Keeps what was sent with its account. What belongs to none, such as the last word to a former owner, goes at once. */
export async function markSent(database: MailDatabase, id: string): Promise<void> {
  await database.$executeRaw`
    WITH gone AS (DELETE FROM mail WHERE id = ${id}::uuid AND state = 'queued' AND account_id IS NULL)
    UPDATE mail SET state = 'sent', attempts = attempts + 1, last_fault = NULL, sent_at = now()
     WHERE id = ${id}::uuid AND state = 'queued' AND account_id IS NOT NULL`
}

export async function markAttempt(database: MailDatabase, id: string, fault: string): Promise<void> {
  await database.$executeRaw`
    UPDATE mail SET attempts = attempts + 1, last_fault = ${fault} WHERE id = ${id}::uuid AND state = 'queued'`
}

/** Nobody tries it again until somebody asks for it. */
export async function markFailed(database: MailDatabase, id: string): Promise<void> {
  await database.$executeRaw`UPDATE mail SET state = 'failed' WHERE id = ${id}::uuid AND state = 'queued'`
}

/** Leaves an e-mail for the outbox page. */
export async function keepMail(tx: Transaction, id: string): Promise<void> {
  await tx.mail.update({ where: { id }, data: { state: 'kept' } })
}

/** E-mails for the outbox page older than the one given, newest first. */
export async function findKeptMail(
  database: MailDatabase,
  { before, limit }: Stretch,
): Promise<StoredMail[]> {
  return database.mail.findMany({
    where: { state: 'kept', ...(before !== null && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: limit,
  })
}

/** Makes a given-up e-mail one to be sent again, in one transaction with its new job; false when there is none. */
export async function requeueMail(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.mail.updateMany({ where: { id, state: 'failed' }, data: { state: 'queued' } })
  return count === 1
}

export interface MailListRow {
  readonly id: string
  readonly template: string
  readonly state: string
  readonly attempts: number
  readonly lastFault: string | null
  readonly createdAt: Date
}

/** Given-up e-mails, and those that have failed at least once and wait for another try; oldest first. */
export async function findTroubledMail(database: MailDatabase): Promise<MailListRow[]> {
  return database.mail.findMany({
    where: { OR: [{ state: 'failed' }, { state: 'queued', attempts: { gt: 0 } }] },
    select: { id: true, template: true, state: true, attempts: true, lastFault: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** How many e-mails there are in each state; sent ones as long as they are kept. */
export async function countMail(database: MailDatabase): Promise<Record<MailState, number>> {
  const rows = await database.$queryRaw<{ state: MailState; count: number }[]>`
    SELECT state, count(*)::int AS count FROM mail GROUP BY state`
  const counts = { queued: 0, sent: 0, failed: 0, kept: 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}
