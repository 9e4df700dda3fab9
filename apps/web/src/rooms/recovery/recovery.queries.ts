import type {
  RecoverPasswordRequest,
  Recovery,
  RecoveryAnswersRequest,
  RecoveryToken,
  StartRecoveryRequest,
  UserIdReminderRequest,
} from '@connect/contract/rooms/recovery'
import { answerOf, api, withinReason, type Answer } from '../../lib/api.ts'

/** Begins a recovery; says which questions to ask. */
export async function postRecovery(body: StartRecoveryRequest): Promise<Answer<Recovery>> {
  return answerOf<Recovery>(api.POST('/api/v1/recoveries', { body, signal: withinReason() }))
}

/** Gives the answers; four right ones give a token. */
export async function postAnswers(id: string, body: RecoveryAnswersRequest): Promise<Answer<RecoveryToken>> {
  return answerOf<RecoveryToken>(
    api.POST('/api/v1/recoveries/{id}/answers', { params: { path: { id } }, body, signal: withinReason() }),
  )
}

/** Sets the new password. */
export async function putPassword(id: string, body: RecoverPasswordRequest): Promise<Answer<unknown>> {
  return answerOf<unknown>(
    api.PUT('/api/v1/recoveries/{id}/password', { params: { path: { id } }, body, signal: withinReason() }),
  )
}

/** Asks for the user IDs of an address; they come by e-mail, where there are any. */
export async function postReminder(body: UserIdReminderRequest): Promise<Answer<unknown>> {
  return answerOf<unknown>(api.POST('/api/v1/user-id-reminders', { body, signal: withinReason() }))
}
