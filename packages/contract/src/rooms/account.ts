import * as z from 'zod/mini'
import { currentAgreement } from '../credentials/agreement.ts'
import { checkAcceptance } from '../credentials/acceptance.ts'
import { passwordToSet } from '../credentials/password.ts'
import { secretQuestionAnswer } from '../credentials/secret-questions.ts'
import { checkCredentialsTogether, checkSecretQuestionsTogether } from '../credentials/together.ts'
import { userIdToSet } from '../credentials/user-id.ts'
import { checkAgainstAllWellKnownPasswords } from '../credentials/all-well-known-passwords.ts'
import { calendarDay, instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { email, personName } from '../shared/person.ts'
import { crossFieldRule, type FieldIssue, type RuleIssue } from '../shared/rule.ts'
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
      ...checkAgainstAllWellKnownPasswords(typeof value.password === 'string' ? value.password : '').map(
        onPassword,
      ),
      ...checkSecretQuestionsTogether(value),
      ...checkAcceptance(value.agreement, currentAgreement.version),
    ]),
  )

function onPassword(issue: RuleIssue): FieldIssue {
  return { ...issue, path: ['password'] }
}

export type CreateAccountRequest = z.infer<typeof createAccountRequest>

export const accountResponse = z.strictObject({
  id,
  userId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.nullable(z.string()),
  createdAt: instant,
})
export type Account = z.infer<typeof accountResponse>
