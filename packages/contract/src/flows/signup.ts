import * as z from 'zod/mini'
import { checkAcceptance } from '../credentials/acceptance.ts'
import { passwordToSet } from '../credentials/password.ts'
import { secretQuestionCount } from '../credentials/secret-questions.ts'
import { checkCredentialsTogether, checkSecretQuestionsTogether } from '../credentials/together.ts'
import { userIdToSet } from '../credentials/user-id.ts'
import type { CreateAccountRequest } from '../rooms/account.ts'
import { captchaSolution } from '../rooms/captcha.ts'
import { emailOrBlank, personName } from '../shared/person.ts'
import { crossFieldRule, type FieldIssue } from '../shared/rule.ts'
import type { Locale } from '../shared/text.ts'
import type { Flow } from './flow.ts'

export type SignupStepName = 'name' | 'credentials' | 'secret-questions' | 'security-check' | 'agreement'

/** What the wizard holds while an account is being made; the shape of the request, plus the re-typed password. */
export interface SignupDraft {
  readonly firstName?: string
  readonly lastName?: string
  readonly email?: string
  readonly userId?: string
  readonly password?: string
  readonly passwordAgain?: string
  readonly secretQuestions?: readonly { readonly questionId?: string; readonly answer?: string }[]
  readonly captcha?: string
  readonly agreement?: { readonly version: string; readonly accepted: boolean }
}

// A field that is still missing is judged as an empty one, so that its own words are shown and not general ones.
const blank = { questionId: '', answer: '' }
const blankRows = Array.from({ length: secretQuestionCount }, () => blank)

/** Answers of earlier steps that a rule looks at; what is wrong with them is told there. */
const earlierAnswer = z.optional(z.unknown())

const nameStep = z.object({
  firstName: z.prefault(personName, ''),
  lastName: z.prefault(personName, ''),
  email: z.optional(emailOrBlank),
})

const credentialsStep = z
  .object({
    firstName: earlierAnswer,
    lastName: earlierAnswer,
    userId: z.prefault(userIdToSet, ''),
    password: z.prefault(passwordToSet, ''),
    passwordAgain: z.prefault(z.string(), ''),
  })
  .check(crossFieldRule((value) => [...checkCredentialsTogether(value), ...checkRetyped(value)]))

const secretQuestionsStep = z
  .object({
    firstName: earlierAnswer,
    lastName: earlierAnswer,
    userId: earlierAnswer,
    secretQuestions: z.prefault(
      z.array(z.object({ questionId: z.prefault(z.string(), ''), answer: z.prefault(z.string(), '') })),
      blankRows,
    ),
  })
  .check(crossFieldRule((value) => checkSecretQuestionsTogether(value)))

const securityCheckStep = z.object({ captcha: z.prefault(captchaSolution, '') })

const agreementStep = z
  .object({
    agreement: z.prefault(z.object({ version: z.string(), accepted: z.boolean() }), {
      version: '',
      accepted: false,
    }),
  })
  .check(crossFieldRule(({ agreement }) => checkAcceptance(agreement)))

/**
 * Creating a MyAccount, in the order of the Department's guide. The rule on well-known passwords is not in here: it
 * brings a long list, so the credentials page loads `well-known-passwords.ts` by itself.
 */
export const signupFlow: Flow<SignupDraft, SignupStepName> = {
  name: 'create-account',
  steps: [
    { name: 'name', path: 'name', fields: ['firstName', 'lastName', 'email'], schema: nameStep },
    {
      name: 'credentials',
      path: 'credentials',
      fields: ['userId', 'password', 'passwordAgain'],
      schema: credentialsStep,
    },
    {
      name: 'secret-questions',
      path: 'secret-questions',
      fields: ['secretQuestions'],
      schema: secretQuestionsStep,
    },
    { name: 'security-check', path: 'security-check', fields: ['captcha'], schema: securityCheckStep },
    { name: 'agreement', path: 'agreement', fields: ['agreement'], schema: agreementStep },
  ],
  review: { path: 'check' },
  secrets: ['/password', '/passwordAgain', '/secretQuestions/*/answer', '/captcha'],
}

/** The request that a complete draft makes. A blank e-mail is none; the re-typed password stays here. */
export function toCreateAccountRequest(draft: SignupDraft, locale: Locale): CreateAccountRequest {
  const { firstName = '', lastName = '', email = '', userId = '', password = '', captcha = '' } = draft
  return {
    firstName,
    lastName,
    ...(email.trim() === '' ? {} : { email }),
    userId,
    password,
    secretQuestions: (draft.secretQuestions ?? []).map((row) => ({ ...blank, ...row })),
    captcha,
    agreement: draft.agreement ?? { version: '', accepted: false },
    locale,
  }
}

function checkRetyped(value: {
  readonly password?: unknown
  readonly passwordAgain?: unknown
}): FieldIssue[] {
  return value.password === value.passwordAgain
    ? []
    : [{ path: ['passwordAgain'], code: 'password.mismatch' }]
}
