import type { CreateAccountRequest } from '@connect/contract/rooms/account'
import type { Recovery } from '@connect/contract/rooms/recovery'
import type { LightMyRequestResponse } from 'fastify'
import { quickCaptcha } from './quick-captcha.ts'
import { newAddress, post } from './requests.ts'
import type { TestApp } from './test-app.ts'

type Person = Pick<CreateAccountRequest, 'userId' | 'secretQuestions'>

/** A recovery that was begun, and the browser that began it. */
export interface Begun extends Recovery {
  readonly cookie: string
}

/** Sends what begins a recovery, with a security check just solved. */
export async function begin(api: TestApp, userId: string, headers: Record<string, string> = {}) {
  return post(api, '/recoveries', { userId, captcha: await quickCaptcha(api, 'recover') }, headers)
}

/** Begins a recovery, and throws where that fails. */
export async function begun(api: TestApp, userId: string): Promise<Begun> {
  const response = await begin(api, userId)
  if (response.statusCode !== 201) throw new Error(`no recovery: ${response.body}`)
  return { ...response.json<Recovery>(), cookie: browserCookieOf(response) }
}

export function browserCookieOf(response: LightMyRequestResponse): string {
  return `__Host-recovery=${response.cookies.find(({ name }) => name === '__Host-recovery')?.value ?? ''}`
}

/** What somebody answers to the questions of a recovery: their own answers, but for as many that are wrong. */
export function answersTo(recovery: Recovery, person: Person | null, wrong = 0) {
  return recovery.questions.map(({ questionId }, index) => {
    const own = person?.secretQuestions.find((answer) => answer.questionId === questionId)?.answer
    return { questionId, answer: index < wrong || own === undefined ? `Not this ${String(index)}` : own }
  })
}

export async function submit(api: TestApp, recovery: Begun, answers: unknown, cookie = recovery.cookie) {
  return post(api, `/recoveries/${recovery.id}/answers`, { answers }, { cookie })
}

/** The token that a person's right answers give. */
export async function tokenFor(api: TestApp, recovery: Begun, person: Person): Promise<string> {
  const response = await submit(api, recovery, answersTo(recovery, person))
  if (response.statusCode !== 200) throw new Error(`no token: ${response.body}`)
  return response.json<{ resetToken: string }>().resetToken
}

export async function setPassword(
  api: TestApp,
  recovery: Pick<Begun, 'id' | 'cookie'>,
  body: { readonly resetToken: string; readonly password: string },
) {
  return api.app.inject({
    method: 'PUT',
    url: `/api/v1/recoveries/${recovery.id}/password`,
    headers: { 'x-forwarded-for': newAddress(), cookie: recovery.cookie },
    payload: body,
  })
}
