import * as z from 'zod/mini'
import type { LocalizedText } from '../shared/text.ts'
import { foldUserId, nameParts, type PersonNames } from './user-id.ts'
import type { FieldIssue } from '../shared/rule.ts'

/** How many questions an account has. One guide says four; five stands. */
export const secretQuestionCount = 5

/** How many right answers are enough to recover a password (see docs/security.md). */
export const secretAnswersNeeded = 4

export const secretAnswerLength = { min: 2, max: 100 } as const

export interface SecretQuestion {
  readonly id: string
  readonly text: LocalizedText
}

/** The questions to choose from: answers that are neither public nor few. Ids never change meaning. */
export const secretQuestions: readonly SecretQuestion[] = [
  { id: 'childhood-friend', text: { en: 'What was the nickname of your best childhood friend?', es: '¿Qué apodo tenía su mejor amistad de la infancia?' } },
]

const questionIds = new Set(secretQuestions.map((question) => question.id))

export const secretQuestionAnswer = z.strictObject({ questionId: z.string(), answer: z.string() })
export type SecretQuestionAnswer = z.infer<typeof secretQuestionAnswer>

/** The form under which answers are compared: case, accents, spaces and punctuation folded away. */
export function normalizeSecretAnswer(answer: string): string {
  return answer
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * The rules for a set of questions and answers, all broken ones at once; paths are relative to the list.
 * `who` holds what an answer may not be.
 */
export function checkSecretQuestions(
  chosen: readonly { readonly questionId: string; readonly answer: string }[],
  who: PersonNames & { readonly userId?: string | undefined },
): FieldIssue[] {
  const issues: FieldIssue[] = []
  if (chosen.length !== secretQuestionCount) {
    issues.push({ path: [], code: 'secret_question.count', params: { count: secretQuestionCount } })
  }
  const seenQuestions = new Set<string>()
  const seenAnswers = new Set<string>()
  for (const [index, { questionId, answer }] of chosen.entries()) {
    if (!questionIds.has(questionId)) issues.push({ path: [index, 'questionId'], code: 'secret_question.unknown' })
    else if (seenQuestions.has(questionId)) issues.push({ path: [index, 'questionId'], code: 'secret_question.repeated' })
    seenQuestions.add(questionId)

    const normalized = normalizeSecretAnswer(answer)
    const code = answerIssue(answer, normalized, questionId, who)
    if (code) issues.push({ path: [index, 'answer'], ...code })
    else if (seenAnswers.has(normalized)) issues.push({ path: [index, 'answer'], code: 'secret_answer.repeated' })
    seenAnswers.add(normalized)
  }
  return issues
}

function answerIssue(answer: string, normalized: string, questionId: string, who: PersonNames & { readonly userId?: string | undefined }) {
  if (answer.trim() === '') return { code: 'secret_answer.required' }
  if ([...answer].length > secretAnswerLength.max) return { code: 'secret_answer.too_long', params: { max: secretAnswerLength.max } }
  if ([...normalized].length < secretAnswerLength.min) return { code: 'secret_answer.too_short', params: { min: secretAnswerLength.min } }
  if (questionWords(questionId).has(normalized)) return { code: 'secret_answer.in_question' }
  if (who.userId !== undefined && normalized === foldUserId(who.userId)) return { code: 'secret_answer.is_user_id' }
  const names = new Set([...nameParts(who), ...[who.firstName, who.lastName].map((name) => normalizeSecretAnswer(name ?? ''))])
  return names.has(normalized) ? { code: 'secret_answer.is_name' } : undefined
}

function questionWords(questionId: string): Set<string> {
  const question = secretQuestions.find(({ id }) => id === questionId)
  const words = question ? Object.values(question.text).flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)) : []
  return new Set(words.map(normalizeSecretAnswer).filter((word) => word !== ''))
}
