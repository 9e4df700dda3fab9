import type { Prisma } from '@connect/prisma/client'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export type ContentKind = 'announcements' | 'offices' | 'contact-lines' | 'forms'

/** A document of content and the day it was checked; null when the agency has not given it yet. */
export async function findContent(
  tx: Transaction,
  kind: ContentKind,
): Promise<{ asOf: Date; body: unknown } | null> {
  return tx.contentDocument.findUnique({ where: { kind }, select: { asOf: true, body: true } })
}

/** Stores what somebody told us; answers when, by the database's clock. */
export async function insertFeedback(
  tx: Transaction,
  feedback: Prisma.FeedbackUncheckedCreateInput,
): Promise<Date> {
  const { createdAt } = await tx.feedback.create({ data: feedback, select: { createdAt: true } })
  return createdAt
}
