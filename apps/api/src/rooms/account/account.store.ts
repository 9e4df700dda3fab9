import type { Prisma } from '@connect/prisma/client'
import { isUniqueViolation, type Transaction } from '../../kernel/unit-of-work.store.ts'

export interface NewAccount {
  readonly account: Prisma.AccountUncheckedCreateInput
  readonly secretQuestionIds: readonly string[]
  readonly secretAnswers: readonly {
    readonly omittedPosition: number
    readonly hash: string
    readonly pepperVersion: number
  }[]
  readonly acceptance: { readonly id: string; readonly version: string; readonly locale: string }
}

/** A user ID, folded, and the keyed HMAC that is kept of one whose account was deleted. */
export interface SoughtUserId {
  readonly folded: string
  readonly lookup: Uint8Array<ArrayBuffer>
}

/** Which of these user IDs, folded, belong to somebody, or did: none is given twice. */
export async function findTakenUserIds(
  tx: Transaction,
  sought: readonly SoughtUserId[],
): Promise<Set<string>> {
  const rows = await tx.account.findMany({
    where: { userIdFolded: { in: sought.map(({ folded }) => folded) } },
    select: { userIdFolded: true },
  })
  const retired = await tx.retiredUserId.findMany({
    where: { userIdLookup: { in: sought.map(({ lookup }) => lookup) } },
    select: { userIdLookup: true },
  })
  const marks = new Set(retired.map(({ userIdLookup }) => Buffer.from(userIdLookup).toString('hex')))
  const isRetired = ({ lookup }: SoughtUserId) => marks.has(Buffer.from(lookup).toString('hex'))
  const folded = sought.filter(isRetired).map((userId) => userId.folded)
  return new Set([...rows.map((row) => row.userIdFolded), ...folded])
}

/** Writes a whole account; answers when it was made, by the database's clock, or null when the user ID is taken. */
export async function insertAccount(
  tx: Transaction,
  { account, secretQuestionIds, secretAnswers, acceptance }: NewAccount,
): Promise<Date | null> {
  const accountId = account.id
  try {
    const { createdAt } = await tx.account.create({ data: account, select: { createdAt: true } })
    await tx.secretQuestion.createMany({
      data: secretQuestionIds.map((questionId, position) => ({ accountId, position, questionId })),
    })
    await tx.secretAnswerHash.createMany({ data: secretAnswers.map((answer) => ({ accountId, ...answer })) })
    await tx.agreementAcceptance.create({ data: { accountId, ...acceptance } })
    return createdAt
  } catch (error) {
    if (isUniqueViolation(error, 'user_id_folded')) return null
    throw error
  }
}
