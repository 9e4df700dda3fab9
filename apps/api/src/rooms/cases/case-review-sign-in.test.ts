import { foldUserId } from '@connect/contract/credentials/user-id'
import type { CaseReview } from '@connect/contract/rooms/case-reviews'
import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import { setSignInAttempts } from '@connect/prisma/testing/factories/sign-in'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { anIntegrator } from '../../testing/integrator.ts'
import { quickCaptcha } from '../../testing/quick-captcha.ts'
import { newKey, post } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

test('an account that fifty wrong passwords closed goes to a worker once, who opens it', async () => {
  const { id, userId, password } = await aPersonWithAccount(api)
  const worker = await anIntegrator(api, ['reviews:decide'])
  const subject = api.deps.lookup('user-id', foldUserId(userId))
  const signIn = async (typed: string) =>
    post(api, '/session', { userId, password: typed, captcha: await quickCaptcha(api, 'sign-in') })
  const reviews = async () =>
    (await worker.send('GET', '/agency/reviews?kind=locked_account')).json<{ items: CaseReview[] }>().items

  await signIn('Wrong#Pass7')
  await setSignInAttempts(api.database.ownerUrl, { attempts: signInLimits.hardStop, subject })
  expect(
    (await Promise.all([signIn(password), signIn(password)])).map(({ statusCode }) => statusCode),
  ).toEqual([401, 401])
  await vi.waitFor(async () => expect(await reviews()).toHaveLength(1), { timeout: 20_000, interval: 20 })
  const [review] = await reviews()
  expect(review).toMatchObject({ accounts: [{ id, userId, role: 'locked' }], caseRef: null })
  const decided = await worker.send(
    'POST',
    `/agency/reviews/${review?.id ?? ''}/decision`,
    { decision: 'unlock' },
    newKey(),
  )
  expect(decided.statusCode).toBe(200)
  expect((await signIn(password)).statusCode).toBe(200)
})
