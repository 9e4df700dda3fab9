import * as z from 'zod/mini'
import { passwordToSet } from '../credentials/password.ts'
import { secretQuestionAnswer } from '../credentials/secret-questions.ts'
import { checkCredentialsTogether, checkSecretQuestionsTogether } from '../credentials/together.ts'
import type { PersonNames } from '../credentials/user-id.ts'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf } from '../shared/page.ts'
import { email, personName } from '../shared/person.ts'
import { place } from '../shared/place.ts'
import { crossFieldRule, rule, type FieldIssue } from '../shared/rule.ts'
import { locale } from '../shared/text.ts'

/** `GET /account`; its `ETag` goes into the `If-Match` of a change. */
export const profileResponse = z.strictObject({
  id,
  userId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.nullable(z.string()),
  /**
   * Whether the person confirmed `email` by the link that was sent there. The address of creation gets notices before
   * that, too; a new one is `pendingEmail` until it is confirmed.
   */
  emailConfirmed: z.boolean(),
  /** An address that waits for its link to be opened, which works until then; `email` stays meanwhile. */
  pendingEmail: z.nullable(z.strictObject({ email: z.string(), expiresAt: instant })),
  locale,
  createdAt: instant,
})
export type Profile = z.infer<typeof profileResponse>

/**
 * `PATCH /account`: what is left out stays. A new address waits for its confirmation, null removes the one there is,
 * and the one there is takes a waiting one back. A changed name is not held against the user ID.
 */
export const changeProfileRequest = z.strictObject({
  firstName: z.optional(personName),
  lastName: z.optional(personName),
  email: z.optional(z.nullable(email)),
  locale: z.optional(locale),
})
export type ChangeProfileRequest = z.infer<typeof changeProfileRequest>

/** `POST /email-confirmations`: the token from the fragment of the link. */
export const confirmEmailRequest = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
})

/** The password in force, asked for again before something that matters. */
const currentPassword = z.string().check(
  rule((value: string) => (value === '' ? [{ code: 'field.required' }] : [])),
  z.maxLength(128),
)

/** `PUT /account/password`; `passwordChangeOf` holds the rules. */
export const changePasswordRequest = z.strictObject({
  currentPassword: z.string().check(z.maxLength(128)),
  password: z.string().check(z.maxLength(200)),
})
export type ChangePasswordRequest = z.infer<typeof changePasswordRequest>

/**
 * The rules for changing the password of a user ID: those of creation, and not the one in force. As at creation, the rule
 * on well-known passwords stands apart, for its list.
 */
export function passwordChangeOf(userId: string) {
  return z
    .object({ currentPassword, password: passwordToSet })
    .check(
      crossFieldRule((value) => [
        ...checkCredentialsTogether({ userId, password: value.password }),
        ...checkAgainstCurrent(value),
      ]),
    )
}

function checkAgainstCurrent(value: {
  readonly currentPassword?: unknown
  readonly password?: unknown
}): FieldIssue[] {
  const isSame = value.password !== '' && value.password === value.currentPassword
  return isSame ? [{ path: ['password'], code: 'password.same_as_current' }] : []
}

/** `PUT /account/secret-questions`: all of them, since answers are kept together; `secretQuestionsChangeOf` holds the rules. */
export const changeSecretQuestionsRequest = z.strictObject({
  currentPassword: z.string().check(z.maxLength(128)),
  secretQuestions: z.array(secretQuestionAnswer).check(z.maxLength(20)),
})
export type ChangeSecretQuestionsRequest = z.infer<typeof changeSecretQuestionsRequest>

/** The rules for new secret questions of this person: those of creation. */
export function secretQuestionsChangeOf(owner: PersonNames & { readonly userId: string }) {
  return z
    .object({ currentPassword, secretQuestions: z.array(secretQuestionAnswer) })
    .check(
      crossFieldRule(({ secretQuestions }) => checkSecretQuestionsTogether({ ...owner, secretQuestions })),
    )
}

/** What a person finds in the activity of an account. */
export const activityEvents = [
  'account_created',
  'signed_in',
  'sign_in_refused',
  'signed_out',
  'signed_out_elsewhere',
  'sign_in_unlocked',
  'recovery_started',
  'recovery_answered',
  'recovery_refused',
  'password_recovered',
  'user_id_reminded',
  'profile_changed',
  'email_change_requested',
  'email_confirmed',
  'password_changed',
  'secret_questions_changed',
  'change_refused',
  'exported',
  'deletion_requested',
  'deletion_cancelled',
  'case_linked',
  'case_link_refused',
  'case_link_confirmed',
  'case_link_removed',
] as const
export type ActivityEvent = (typeof activityEvents)[number]

/** `GET /account/activity` */
export const activityItem = z.strictObject({
  id,
  occurredAt: instant,
  event: z.enum(activityEvents),
  /** Browser and system as codes, such as `chrome.android`; null where it was no browser. */
  device: z.nullable(z.string()),
  place,
})
export type ActivityItem = z.infer<typeof activityItem>
export const activityResponse = pageOf(activityItem)

/** What stays when an account is deleted; the page says of each why. */
export const keptAfterDeletion = ['submitted_reports', 'security_events', 'retired_user_id'] as const

/** The cooling-off between asking for deletion and deletion, in hours. */
export const deletionDelayHours = 24

/** `DELETE /account` */
export const deleteAccountRequest = z.strictObject({ password: currentPassword })
export const deleteAccountResponse = z.strictObject({
  /** Until then signing in and `POST /account/restoration` keep the account. */
  deletionDueAt: instant,
  kept: z.array(z.enum(keptAfterDeletion)),
})
export type DeletionAsked = z.infer<typeof deleteAccountResponse>

/** What an export is saved as. */
export const exportFileNames = { pdf: 'connect-myaccount.pdf', json: 'connect-myaccount.json' } as const
