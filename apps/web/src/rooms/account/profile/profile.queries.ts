import type {
  ActivityItem,
  ChangePasswordRequest,
  ChangeProfileRequest,
  ChangeSecretQuestionsRequest,
  DeletionAsked,
  Profile,
} from '@connect/contract/rooms/account-profile'
import type { DeviceSession } from '@connect/contract/rooms/session'
import { answerOf, api, fresh, withinReason, type Answer, type Page } from '../../../lib/api.ts'

/** A profile, and the version of it that a change has to name. */
export interface VersionedProfile {
  readonly profile: Profile
  readonly version: string
}

export function fetchProfile(): Promise<Answer<VersionedProfile>> {
  return versioned(api.GET('/api/v1/account', fresh()))
}

/** Changes what is given of the version that was seen; refused with `resource.stale` when there is a newer one. */
export function changeProfile(
  { firstName, lastName, email, locale }: ChangeProfileRequest,
  version: string,
): Promise<Answer<VersionedProfile>> {
  const body = {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(email !== undefined && { email }),
    ...(locale !== undefined && { locale }),
  }
  const params = { header: { 'if-match': version } }
  return versioned(api.PATCH('/api/v1/account', { body, params, signal: withinReason() }))
}

/** Sends the link to the address that waits for it once more. */
export function sendConfirmationAgain(): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/account/email-confirmation', { signal: withinReason() }))
}

/** Takes an address into use, by the token of the link that was sent there. */
export function confirmEmail(token: string): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/email-confirmations', { body: { token }, signal: withinReason() }))
}

export function putPassword(body: ChangePasswordRequest): Promise<Answer<unknown>> {
  return answerOf(api.PUT('/api/v1/account/password', { body, signal: withinReason() }))
}

export function putSecretQuestions(body: ChangeSecretQuestionsRequest): Promise<Answer<unknown>> {
  return answerOf(api.PUT('/api/v1/account/secret-questions', { body, signal: withinReason() }))
}

export function fetchActivity(cursor: string | undefined): Promise<Answer<Page<ActivityItem>>> {
  const params = { query: { ...(cursor !== undefined && { cursor }) } }
  return answerOf(api.GET('/api/v1/account/activity', { params, ...fresh() }))
}

export function fetchDevices(cursor: string | undefined): Promise<Answer<Page<DeviceSession>>> {
  const params = { query: { ...(cursor !== undefined && { cursor }) } }
  return answerOf(api.GET('/api/v1/account/sessions', { params, ...fresh() }))
}

/** Ends a session on another device; one that is over already is `resource.not_found`. */
export function endSession(id: string): Promise<Answer<unknown>> {
  return answerOf(
    api.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id } }, signal: withinReason() }),
  )
}

/** Everything that is kept about the account, as a file. */
export function fetchExport(mediaType: 'application/json' | 'application/pdf'): Promise<Answer<Blob>> {
  const headers = { accept: mediaType }
  return answerOf(api.GET('/api/v1/account/export', { headers, parseAs: 'blob', ...fresh() }))
}

export function askForDeletion(password: string): Promise<Answer<DeletionAsked>> {
  return answerOf(api.DELETE('/api/v1/account', { body: { password }, signal: withinReason() }))
}

/** Keeps an account that was to be deleted. */
export function keepAccount(): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/account/restoration', { signal: withinReason() }))
}

/** An answer with the version that its `ETag` names. */
async function versioned(
  call: Promise<{ readonly data?: Profile; readonly error?: unknown; readonly response: Response }>,
): Promise<Answer<VersionedProfile>> {
  let version = ''
  const answer = await answerOf(
    call.then((reply) => {
      version = reply.response.headers.get('etag') ?? ''
      return reply
    }),
  )
  return answer.refusal ? answer : { data: { profile: answer.data, version } }
}
