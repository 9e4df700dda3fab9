import * as z from 'zod/mini'
import { checkPasswordAgainstUserId, passwordToSet } from '../credentials/password.ts'
import { checkSecretQuestions, secretQuestionAnswer } from '../credentials/secret-questions.ts'
import { checkUserIdAgainstNames, userIdToSet } from '../credentials/user-id.ts'
import { checkWellKnownPassword } from '../credentials/well-known-passwords.ts'
import { calendarDay, instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { email, personName } from '../shared/person.ts'
import { crossFieldRule, type FieldIssue } from '../shared/rule.ts'
import { locale, localizedText } from '../shared/text.ts'
import { captchaSolution } from './captcha.ts'

/** `GET /secret-questions` */
export const secretQuestionsResponse = z.strictObject({
  required: z.number(),
  items: z.array(z.strictObject({ id: z.string(), text: localizedText })),
})

/** `GET /agreements/current`: the user acceptance agreement, in sections so that it can be read and printed. */
const agreementText = z.strictObject({
  title: z.string(),
  introduction: z.string(),
  sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })),
})
export const agreementResponse = z.strictObject({
  version: z.string(),
  effectiveFrom: calendarDay,
  text: z.strictObject({ en: agreementText, es: agreementText }),
})
export type Agreement = z.infer<typeof agreementResponse>

/** `POST /user-id-checks` */
export const userIdCheckRequest = z.strictObject({
  userId: z.string().check(z.maxLength(100)),
  firstName: z.optional(z.string().check(z.maxLength(200))),
  lastName: z.optional(z.string().check(z.maxLength(200))),
})
export const userIdCheckResponse = z.strictObject({
  available: z.boolean(),
  issues: z.array(z.string()),
  suggestions: z.array(z.string()),
})

/** `POST /accounts` */
export const createAccountRequest = z
  .strictObject({
    firstName: personName,
    lastName: personName,
    email: z.optional(email),
    userId: userIdToSet,
    password: passwordToSet,
    secretQuestions: z.array(secretQuestionAnswer).check(z.maxLength(20)),
    captcha: captchaSolution,
    agreement: z.strictObject({ version: z.string().check(z.maxLength(40)), accepted: z.boolean() }),
    locale: z.optional(locale),
  })
  .check(
    crossFieldRule((value) => [
      ...checkCredentialsTogether(value),
      ...secretQuestionIssues(value),
      ...acceptanceIssues(value.agreement),
    ]),
  )
export type CreateAccountRequest = z.infer<typeof createAccountRequest>

/** The rules that look at names, user ID and password together. */
export function checkCredentialsTogether(
  value: Partial<Record<'firstName' | 'lastName' | 'userId' | 'password', unknown>>,
): FieldIssue[] {
  const { firstName, lastName, userId, password } = stringsOnly(value)
  return [
    ...checkUserIdAgainstNames(userId, { firstName, lastName }).map((issue) => ({
      ...issue,
      path: ['userId'],
    })),
    ...checkPasswordAgainstUserId(password, userId).map((issue) => ({ ...issue, path: ['password'] })),
    ...checkWellKnownPassword(password).map((issue) => ({ ...issue, path: ['password'] })),
  ]
}

function secretQuestionIssues(
  value: Partial<Record<'firstName' | 'lastName' | 'userId' | 'secretQuestions', unknown>>,
): FieldIssue[] {
  const list = z.safeParse(z.array(secretQuestionAnswer), value.secretQuestions)
  if (!list.success) return []
  return checkSecretQuestions(list.data, stringsOnly(value)).map((issue) => ({
    ...issue,
    path: ['secretQuestions', ...issue.path],
  }))
}

function acceptanceIssues(agreement: unknown): FieldIssue[] {
  const refused =
    typeof agreement === 'object' &&
    agreement !== null &&
    'accepted' in agreement &&
    agreement.accepted === false
  return refused ? [{ path: ['agreement', 'accepted'], code: 'agreement.not_accepted' }] : []
}

function stringsOnly(value: Partial<Record<'firstName' | 'lastName' | 'userId' | 'password', unknown>>) {
  const text = (field: unknown): string => (typeof field === 'string' ? field : '')
  return {
    firstName: text(value.firstName),
    lastName: text(value.lastName),
    userId: text(value.userId),
    password: text(value.password),
  }
}

export const accountResponse = z.strictObject({
  id,
  userId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.nullable(z.string()),
  createdAt: instant,
})
export type Account = z.infer<typeof accountResponse>
