import * as z from 'zod/mini'
import { checkAgainstAllWellKnownPasswords } from '../credentials/all-well-known-passwords.ts'
import { passwordToSet } from '../credentials/password.ts'
import { secretAnswerLength, secretQuestionCount } from '../credentials/secret-questions.ts'
import { userIdToCheck } from '../credentials/user-id.ts'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { email } from '../shared/person.ts'
import { rule, type RuleIssue } from '../shared/rule.ts'
import { captchaSolution } from './captcha.ts'

/** How long a recovery takes at most, and how long its token is good, in seconds (docs/security.md). */
export const recoveryTimes = { recoverySeconds: 30 * 60, tokenSeconds: 15 * 60 } as const

/** How many submissions of answers count for one user ID: within 24 hours, and since the last recovery (docs/security.md). */
export const recoveryLimits = { inDay: 5, sinceSuccess: 10 } as const

/** How many e-mails with user IDs one address gets in a day, in UTC. */
export const remindersADay = 3

export const recoveryPath = z.strictObject({ id })

/** `POST /recoveries` */
export const startRecoveryRequest = z.strictObject({ userId: userIdToCheck, captcha: captchaSolution })
export type StartRecoveryRequest = z.infer<typeof startRecoveryRequest>

export const startRecoveryResponse = z.strictObject({
  id,
  questions: z.array(z.strictObject({ questionId: z.string() })),
  expiresAt: instant,
})
export type Recovery = z.infer<typeof startRecoveryResponse>

/** An answer to be compared. It was made under whatever rules held then: here it must only be there, and not endless. */
const answerToCheck = z.string().check(rule(checkAnswerToCheck))

/** `POST /recoveries/{id}/answers`: in any order, one for each question that was asked. */
export const recoveryAnswersRequest = z.strictObject({
  answers: z
    .array(z.strictObject({ questionId: z.string().check(z.maxLength(100)), answer: answerToCheck }))
    .check(z.maxLength(20), rule(checkAnswerCount)),
})
export type RecoveryAnswersRequest = z.infer<typeof recoveryAnswersRequest>

export const recoveryAnswersResponse = z.strictObject({ resetToken: z.string(), expiresAt: instant })
export type RecoveryToken = z.infer<typeof recoveryAnswersResponse>

/** `PUT /recoveries/{id}/password`. The user ID inside, and the current one, are the service's to find. */
export const recoverPasswordRequest = z.strictObject({
  resetToken: z.string().check(z.minLength(1), z.maxLength(128)),
  password: passwordToSet.check(rule(checkAgainstAllWellKnownPasswords)),
})
export type RecoverPasswordRequest = z.infer<typeof recoverPasswordRequest>

/** `POST /user-id-reminders` */
export const userIdReminderRequest = z.strictObject({ email, captcha: captchaSolution })

/** Says nothing, whoever is meant. */
export const userIdReminderResponse = z.strictObject({})
export type UserIdReminderRequest = z.infer<typeof userIdReminderRequest>

function checkAnswerCount(answers: readonly unknown[]): RuleIssue[] {
  return answers.length === secretQuestionCount
    ? []
    : [{ code: 'secret_question.count', params: { count: secretQuestionCount } }]
}

function checkAnswerToCheck(answer: string): RuleIssue[] {
  if (answer.trim() === '') return [{ code: 'secret_answer.required' }]
  const { max } = secretAnswerLength
  return answer.length > max * 2 || [...answer].length > max
    ? [{ code: 'secret_answer.too_long', params: { max } }]
    : []
}
