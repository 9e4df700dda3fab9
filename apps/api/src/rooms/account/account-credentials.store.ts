import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Sets a password in place of the one with this hash. False when another one has come in its place meanwhile. */
export async function replacePassword(
  tx: Transaction,
  accountId: string,
  previousHash: string,
  next: { readonly hash: string; readonly pepperVersion: number },
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, passwordHash: previousHash },
    data: { passwordHash: next.hash, pepperVersion: next.pepperVersion },
  })
  return count === 1
}

interface NewSecretQuestions {
  readonly questionIds: readonly string[]
  readonly answers: readonly {
    readonly omittedPosition: number
    readonly hash: string
    readonly pepperVersion: number
  }[]
}

/** Sets all secret questions in place of those there are; the account must be held. */
export async function replaceSecretQuestions(
  tx: Transaction,
  accountId: string,
  { questionIds, answers }: NewSecretQuestions,
): Promise<void> {
  await tx.secretQuestion.deleteMany({ where: { accountId } })
  await tx.secretAnswerHash.deleteMany({ where: { accountId } })
  await tx.secretQuestion.createMany({
    data: questionIds.map((questionId, position) => ({ accountId, position, questionId })),
  })
  await tx.secretAnswerHash.createMany({ data: answers.map((answer) => ({ accountId, ...answer })) })
}
