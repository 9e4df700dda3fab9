import { afterAll, beforeAll, expect, it } from 'vitest'
import { timeOrderedId } from '../kernel/ids.ts'
import { aUsedIntegrator } from '../testing/integrator.ts'
import { addressOf, operationsOf } from '../testing/operations.ts'
import { solveCaptcha, newAddress } from '../testing/requests.ts'
import { aSignedInPerson, type SignedInBrowser } from '../testing/signed-in.ts'
import { tableSums } from '../testing/table-sums.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

let api: TestApp
let browser: SignedInBrowser
beforeAll(async () => {
  api = await startTestApp({ settings: { DEMO: '1' } })
  ;({ browser } = await aSignedInPerson(api))
})
afterAll(async () => {
  await api.stop()
})

it('reading changes nothing that is stored, whatever is read', async () => {
  const integrator = await aUsedIntegrator(api)
  const readable = operationsOf(api).filter(({ method }) => method === 'GET')
  expect(readable.length).toBeGreaterThan(10)
  const before = await tableSums(api)
  expect(Object.keys(before)).toContain('account')
  for (const operation of readable) {
    const ids = Object.fromEntries(operation.ids.map((name) => [name, timeOrderedId()]))
    const query = operation.operationId === 'getCaptchaChallenge' ? '?action=register' : ''
    const who = operation.security === 'token' ? integrator : browser
    const { statusCode } = await who.send('GET', `${addressOf(operation, ids)}${query}`)
    expect([200, 404], operation.path).toContain(statusCode)
  }
  expect(await tableSums(api)).toEqual(before)
})

it('a change is seen by what looks for changes', async () => {
  const before = await tableSums(api)
  const captcha = await solveCaptcha(api, 'feedback')
  const body = { topic: 'idea', message: 'Show the hours first.', page: '/offices', locale: 'en', captcha }
  const headers = { 'idempotency-key': newAddress() }
  expect((await browser.send('POST', '/feedback', body, headers)).statusCode).toBe(201)
  expect(await tableSums(api)).not.toEqual(before)
})
