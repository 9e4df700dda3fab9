import { expect, test } from '@playwright/test'
import { newAddress } from '../portal/address.ts'
import { aPlantedPerson, plant } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import { accountRequest, anIntegrator, newKey, problemIn } from './integrator.ts'

test('an integrator creates an account, signs in and signs out, by the published client alone', async () => {
  const integrator = anIntegrator()
  const { client } = integrator
  const person = aPlantedPerson()
  const { firstName, lastName, email, userId, password } = person

  const check = await client.POST('/api/v1/user-id-checks', { body: { userId, firstName, lastName } })
  expect(check.data).toEqual({ available: true, issues: [], suggestions: [] })
  const questions = await client.GET('/api/v1/secret-questions')
  expect(questions.data?.required).toBe(person.secretQuestions.length)
  expect(questions.data?.items.length).toBeGreaterThanOrEqual(15)

  const body = await accountRequest(integrator, person)
  const created = await client.POST('/api/v1/accounts', {
    params: { header: { 'Idempotency-Key': newKey()['idempotency-key'] } },
    body,
  })
  expect(created.response.status).toBe(201)
  expect(created.data).toMatchObject({ firstName, lastName, email, userId })
  expect(created.response.headers.get('set-cookie'), 'creating an account does not sign in').toBeNull()

  const signedIn = await client.POST('/api/v1/session', { body: { userId, password } })
  expect(signedIn.data?.account).toMatchObject({ userId, firstName, lastName, email })
  const cookie = signedIn.response.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(cookie).toMatch(/^__Host-session=./)
  plant({ kind: 'cookie', value: cookie.slice('__Host-session='.length) })

  expect((await integrator.send('GET', '/session', undefined, { cookie })).status).toBe(200)
  const fromElsewhere = await integrator.send('DELETE', '/session', undefined, { cookie })
  expect(problemIn(fromElsewhere).code, 'a page of another site signs nobody out').toBe('request.cross_site')
  const signedOut = await integrator.send('DELETE', '/session', undefined, {
    cookie,
    'sec-fetch-site': 'same-origin',
  })
  expect(signedOut.status).toBe(204)
  expect((await integrator.send('GET', '/session', undefined, { cookie })).status).toBe(401)
})

test('the same request under the same key gets the same answer from either server, byte for byte', async () => {
  const { address, secondAddress } = portal()
  const mine = newAddress()
  const [first, second] = [anIntegrator(address, mine), anIntegrator(secondAddress, mine)]
  const body = await accountRequest(first, aPlantedPerson())
  const key = newKey()

  const created = await first.send('POST', '/accounts', body, key)
  expect(created.status).toBe(201)
  for (const integrator of [second, first]) {
    const replay = await integrator.send('POST', '/accounts', body, key)
    expect(replay.status).toBe(201)
    expect(replay.text).toBe(created.text)
  }
  const other = await second.send('POST', '/accounts', { ...body, firstName: 'Somebody' }, key)
  expect(other.status).toBe(422)
  expect(problemIn(other).code).toBe('idempotency.key_reused')
})

test('a security check from one server is good at the other, and good once', async () => {
  const { address, secondAddress } = portal()
  const [first, second] = [anIntegrator(address), anIntegrator(secondAddress)]
  const captcha = await first.solveCaptcha('register')

  const created = await second.send(
    'POST',
    '/accounts',
    await accountRequest(second, aPlantedPerson(), captcha),
    newKey(),
  )
  expect(created.status).toBe(201)
  const again = await first.send(
    'POST',
    '/accounts',
    await accountRequest(first, aPlantedPerson(), captcha),
    newKey(),
  )
  expect(again.status).toBe(422)
  expect(problemIn(again).issues).toEqual(['/captcha captcha.spent'])
})

test('an unknown user ID and a wrong password get the same answer', async () => {
  const integrator = anIntegrator()
  const known = aPlantedPerson()
  const stranger = aPlantedPerson()
  await integrator.send('POST', '/accounts', await accountRequest(integrator, known), newKey())

  const wrong = await integrator.send('POST', '/session', {
    userId: known.userId,
    password: stranger.password,
  })
  const unknown = await integrator.send('POST', '/session', {
    userId: stranger.userId,
    password: stranger.password,
  })
  const told = ({ status, headers, text }: typeof wrong) => ({
    status,
    headers: [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
    body: { ...(JSON.parse(text) as object), instance: '' },
  })
  expect(wrong.status).toBe(401)
  expect(problemIn(wrong).code).toBe('session.invalid_credentials')
  expect(told(unknown)).toEqual(told(wrong))
})
