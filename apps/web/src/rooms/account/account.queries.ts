import type { Agreement, CreateAccountRequest } from '@connect/contract/rooms/account'
import { answerOf, api, withinReason, type Answer } from '../../lib/api.ts'
import type { Reply } from './reply.ts'
import type { UserIdAnswer } from './user-id-state.ts'

/** Sends everything at once, under a key by which the service knows it again. */
export async function postAccount(body: CreateAccountRequest, idempotencyKey: string): Promise<Reply> {
  const { email, locale, ...required } = body
  const answer = await answerOf(
    api.POST('/api/v1/accounts', {
      body: { ...required, ...(email !== undefined && { email }), ...(locale !== undefined && { locale }) },
      params: { header: { 'Idempotency-Key': idempotencyKey } },
      signal: withinReason(),
    }),
  )
  if (!answer.refusal) return { kind: 'created', account: answer.data }
  const { status, code, errors = [], retryAfterSeconds } = answer.refusal
  return status === 0
    ? { kind: 'lost' }
    : { kind: 'refused', status, code, issues: errors, retryAfterSeconds }
}

/** The agreement in force. */
export function fetchAgreement(): Promise<Answer<Agreement>> {
  return answerOf(api.GET('/api/v1/agreements/current', { signal: withinReason() }))
}

interface Candidate {
  readonly userId: string
  readonly firstName: string
  readonly lastName: string
}

const asked = new Map<string, Promise<UserIdAnswer>>()

/** Forgets every name and user ID that was asked about. */
export function forgetUserIds(): void {
  asked.clear()
}

/** Asks whether a user ID is free, and for three that are. What was answered once is not asked again. */
export function askAboutUserId(candidate: Candidate): Promise<UserIdAnswer> {
  const question = JSON.stringify(candidate)
  const known = asked.get(question)
  if (known) return known
  const answer = postUserIdCheck(candidate)
  asked.set(question, answer)
  void answer.then(({ kind }) => {
    if (kind === 'unchecked' && asked.get(question) === answer) asked.delete(question)
  })
  return answer
}

async function postUserIdCheck(candidate: Candidate): Promise<UserIdAnswer> {
  const answer = await answerOf(
    api.POST('/api/v1/user-id-checks', { body: candidate, signal: withinReason() }),
  )
  if (answer.refusal) return { kind: 'unchecked' }
  const { available, issues, suggestions } = answer.data
  if (available) return { kind: 'free' }
  return issues.includes('user_id.taken') ? { kind: 'taken', suggestions } : { kind: 'unknown' }
}
