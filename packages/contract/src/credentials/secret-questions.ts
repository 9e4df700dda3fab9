import * as z from 'zod/mini'
import { betweenWords, foldText } from '../shared/fold.ts'
import type { FieldIssue, RuleIssue } from '../shared/rule.ts'
import { secretQuestions } from './secret-question-list.ts'
import { nameParts, type PersonNames } from './user-id.ts'

export { secretQuestions, type SecretQuestion } from './secret-question-list.ts'

/** How many questions an account has. One guide says four; five stands. */
export const secretQuestionCount = 5

/** How many right answers are enough to recover a password (see docs/security.md). */
export const secretAnswersNeeded = 4

/** Lower bound in letters and digits, upper bound in characters as typed. */
export const secretAnswerLength = { min: 2, max: 100 } as const

export const secretQuestionAnswer = z.strictObject({ questionId: z.string(), answer: z.string() })
export type SecretQuestionAnswer = z.infer<typeof secretQuestionAnswer>

/** One row of the form as it stands: either half may still be missing, and then only the other is judged. */
interface ChosenQuestion {
  readonly questionId?: string | undefined
  readonly answer?: string | undefined
}

/** Whom the questions belong to: an answer may be neither a name nor the user ID. */
type Owner = PersonNames & { readonly userId?: string | undefined }

/** The form under which answers are compared: case, accents, spaces and punctuation folded away. */
export function normalizeSecretAnswer(answer: string): string {
  return foldText(answer).replace(betweenWords, '')
}

/**
 * The rules for a set of questions and answers, all broken ones at once; paths are relative to the list.
 * `who` holds what an answer may not be.
 */
export function checkSecretQuestions(chosen: readonly ChosenQuestion[], who: Owner): FieldIssue[] {
  const issues: FieldIssue[] = []
  if (chosen.length !== secretQuestionCount) {
    issues.push({ path: [], code: 'secret_question.count', params: { count: secretQuestionCount } })
  }
  const forbidden = forbiddenAnswers(who)
  const seenQuestions = new Set<string>()
  const seenAnswers = new Set<string>()
  for (const [index, { questionId, answer }] of chosen.entries()) {
    if (questionId !== undefined) {
      const broken = checkQuestion(questionId, seenQuestions)
      if (broken) issues.push({ path: [index, 'questionId'], ...broken })
      seenQuestions.add(questionId)
    }
    if (answer !== undefined) {
      const broken = checkAnswer(answer, questionId, forbidden, seenAnswers)
      if (broken) issues.push({ path: [index, 'answer'], ...broken })
      seenAnswers.add(normalizeSecretAnswer(answer))
    }
  }
  return issues
}

function checkQuestion(questionId: string, seen: ReadonlySet<string>): RuleIssue | undefined {
  if (questionId === '') return { code: 'secret_question.required' }
  if (!wordsByQuestion.has(questionId)) return { code: 'secret_question.unknown' }
  return seen.has(questionId) ? { code: 'secret_question.repeated' } : undefined
}

/** The first rule that an answer breaks: somebody who mends it meets the next one, if any, only then. */
function checkAnswer(
  answer: string,
  questionId: string | undefined,
  forbidden: ReturnType<typeof forbiddenAnswers>,
  seen: ReadonlySet<string>,
): RuleIssue | undefined {
  if (answer.trim() === '') return { code: 'secret_answer.required' }
  const { min, max } = secretAnswerLength
  if ([...answer].length > max) return { code: 'secret_answer.too_long', params: { max } }
  const normalized = normalizeSecretAnswer(answer)
  if ([...normalized].length < min) return { code: 'secret_answer.too_short', params: { min } }
  if (wordsByQuestion.get(questionId ?? '')?.has(normalized)) return { code: 'secret_answer.in_question' }
  if (normalized === forbidden.userId) return { code: 'secret_answer.is_user_id' }
  if (forbidden.names.has(normalized)) return { code: 'secret_answer.is_name' }
  return seen.has(normalized) ? { code: 'secret_answer.repeated' } : undefined
}

function forbiddenAnswers({ firstName = '', lastName = '', userId = '' }: Owner) {
  const wholeNames = [firstName, lastName, firstName + lastName, lastName + firstName].map(
    normalizeSecretAnswer,
  )
  return {
    userId: normalizeSecretAnswer(userId),
    names: new Set([...nameParts({ firstName, lastName }), ...wholeNames]),
  }
}

const wordsByQuestion: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  secretQuestions.map(({ id, text }) => [id, wordsOf(Object.values(text))]),
)

function wordsOf(texts: readonly string[]): Set<string> {
  const words = texts.flatMap((text) => foldText(text).split(betweenWords))
  return new Set(words.filter((word) => word !== ''))
}
