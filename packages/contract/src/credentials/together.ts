import { checkPasswordAgainstUserId } from './password.ts'
import { checkSecretQuestions } from './secret-questions.ts'
import { checkUserIdAgainstNames } from './user-id.ts'
import type { FieldIssue } from '../shared/rule.ts'

/** Fields as they arrive: any of them may be missing or of the wrong type, which other rules say. */
interface Unchecked {
  readonly firstName?: unknown
  readonly lastName?: unknown
  readonly userId?: unknown
  readonly password?: unknown
  readonly secretQuestions?: unknown
}

/** The rules that look at names, user ID and password together; the one on well-known passwords stands apart. */
export function checkCredentialsTogether(value: Unchecked): FieldIssue[] {
  const { firstName, lastName, userId, password } = textsOf(value)
  return [
    ...checkUserIdAgainstNames(userId, { firstName, lastName }).map((issue) => ({
      ...issue,
      path: ['userId'],
    })),
    ...checkPasswordAgainstUserId(password, userId).map((issue) => ({ ...issue, path: ['password'] })),
  ]
}

/** The rules about the set of questions and answers, seen beside the names and the user ID. */
export function checkSecretQuestionsTogether(value: Unchecked): FieldIssue[] {
  if (!Array.isArray(value.secretQuestions)) return []
  const rows = value.secretQuestions.map((row: unknown) => ({
    questionId: textAt(row, 'questionId'),
    answer: textAt(row, 'answer'),
  }))
  return checkSecretQuestions(rows, textsOf(value)).map((issue) => ({
    ...issue,
    path: ['secretQuestions', ...issue.path],
  }))
}

function textAt(row: unknown, key: 'questionId' | 'answer'): string | undefined {
  if (typeof row !== 'object' || row === null || !Object.hasOwn(row, key)) return undefined
  const text: unknown = Reflect.get(row, key)
  return typeof text === 'string' ? text : undefined
}

function textsOf(value: Unchecked) {
  const text = (field: unknown): string => (typeof field === 'string' ? field : '')
  return {
    firstName: text(value.firstName),
    lastName: text(value.lastName),
    userId: text(value.userId),
    password: text(value.password),
  }
}
