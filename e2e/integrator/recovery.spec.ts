import { aPassword, aUserId } from '@connect/prisma/testing/factories/person'
import { expect, test } from '@playwright/test'
import { plant } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { anIntegrator, problemIn, type Answer, type Integrator } from './integrator.ts'

interface Begun {
  readonly id: string
  readonly questions: { readonly questionId: string }[]
  readonly cookie: string
}

async function begin(integrator: Integrator, userId: string): Promise<Begun> {
  const captcha = await integrator.solveCaptcha('recover')
  const answer = await integrator.send('POST', '/recoveries', { userId, captcha })
  expect(answer.status).toBe(201)
  const cookie = /^__Host-recovery=[\w-]{43}/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
  return { ...(JSON.parse(answer.text) as Omit<Begun, 'cookie'>), cookie }
}

function submit(integrator: Integrator, { id, cookie }: Begun, answers: unknown): Promise<Answer> {
  return integrator.sendPatiently('POST', `/recoveries/${id}/answers`, { answers }, { cookie })
}

test('a program recovers a password, and its token is good once', async () => {
  const person = await aPersonWithAccount()
  const integrator = anIntegrator()
  const recovery = await begin(integrator, person.userId)
  expect(recovery.questions).toEqual(person.secretQuestions.map(({ questionId }) => ({ questionId })))
  const answered = await submit(integrator, recovery, person.secretQuestions)
  expect(answered.status).toBe(200)
  const { resetToken } = JSON.parse(answered.text) as { resetToken: string }
  const password = aPassword()
  plant({ kind: 'password', value: password })
  const set = (headers: Record<string, string>) =>
    integrator.sendPatiently('PUT', `/recoveries/${recovery.id}/password`, { resetToken, password }, headers)

  expect(problemIn(await set({})).code).toBe('recovery.token_rejected')
  expect((await set({ cookie: recovery.cookie })).status).toBe(204)
  expect(problemIn(await set({ cookie: recovery.cookie })).code).toBe('recovery.token_rejected')
  const signedIn = await integrator.sendPatiently('POST', '/session', { userId: person.userId, password })
  expect(signedIn.status).toBe(200)
})

test('a user ID that nobody has is asked the same five on both servers, and refused like any other', async () => {
  const userId = aUserId()
  const [first, second] = [anIntegrator(), anIntegrator(portal().secondAddress)]
  const recovery = await begin(first, userId)
  expect((await begin(second, userId.toUpperCase())).questions).toEqual(recovery.questions)
  const answers = recovery.questions.map(({ questionId }) => ({ questionId, answer: 'Somebody’s guess' }))
  const codes: string[] = []
  for (let count = 0; count < 6; count += 1)
    codes.push(problemIn(await submit(first, recovery, answers)).code)
  expect(codes).toEqual([...Array<string>(5).fill('recovery.answers_rejected'), 'recovery.limit'])
})

test('the five tries of a user ID are counted over both servers', async () => {
  const person = await aPersonWithAccount()
  const integrators = [anIntegrator(), anIntegrator(portal().secondAddress)]
  const recoveries = await Promise.all(integrators.map((integrator) => begin(integrator, person.userId)))
  const wrong = person.secretQuestions.map(({ questionId }) => ({ questionId, answer: 'Somebody’s guess' }))
  const statuses = await Promise.all(
    Array.from({ length: 16 }, async (_, index) => {
      const [integrator, recovery] = [integrators[index % 2], recoveries[index % 2]]
      return integrator && recovery ? (await submit(integrator, recovery, wrong)).status : 0
    }),
  )
  expect(statuses.toSorted()).toEqual([...Array<number>(5).fill(401), ...Array<number>(11).fill(429)])
})

test('asking for a user ID says the same of any address', async () => {
  const person = await aPersonWithAccount()
  const integrator = anIntegrator()
  const remind = async (email: string) => {
    const captcha = await integrator.solveCaptcha('remind')
    const { status, text } = await integrator.send('POST', '/user-id-reminders', { email, captcha })
    return { status, text }
  }
  expect(await remind(person.email)).toEqual({ status: 202, text: '{}' })
  expect(await remind(`${aUserId()}@example.org`)).toEqual({ status: 202, text: '{}' })
})
