import { expect, test } from '@playwright/test'
import { accountRequest, anIntegrator, newKey } from '../integrator/integrator.ts'
import { allPlanted, aPlantedPerson, plant } from '../portal/plant.ts'
import { newAddress } from '../portal/address.ts'
import { portal } from '../portal/portal.ts'
import { aToken } from '../portal/token.ts'
import { placesInDatabase, placesInDataFolder, placesInLogs } from './places.ts'
import { findIn } from './search.ts'
import { openPlantedCase, tellPlantedCase } from './told-case.ts'
import { reportPlanted } from './told-report.ts'

/** Everything of the run that nobody may find again. A user ID is no secret, but it is stored and never logged. */
const secrets = () => allPlanted().filter(({ kind }) => kind !== 'user ID')

/** One of each kind, planted by this file itself, so that it finds what it looks for also when run alone. */
test.beforeAll(async () => {
  const integrator = anIntegrator()
  const person = aPlantedPerson()
  const { userId, password } = person
  const request = await accountRequest(integrator, person)
  // Once refused, once created, once replayed: each has ways of its own into a log.
  const key = newKey()
  await integrator.send('POST', '/accounts', { ...request, agreement: { version: '', accepted: true } }, key)
  await integrator.send('POST', '/accounts', `{"broken": ${JSON.stringify(request)}`, key)
  expect((await integrator.sendPatiently('POST', '/accounts', request, key)).status).toBe(201)
  expect((await integrator.sendPatiently('POST', '/accounts', request, key)).status).toBe(201)
  // And once the same at the other server.
  const { firstName, lastName } = person
  await anIntegrator(portal().secondAddress).send('POST', '/user-id-checks', { userId, firstName, lastName })
  await integrator.send('GET', `/nowhere?email=${encodeURIComponent(person.email)}`)
  await integrator.send('POST', '/session', { userId, password: `${password}x`.slice(-12) })
  const credentials = { userId, password, ownDevice: true }
  const signedIn = await integrator.sendPatiently('POST', '/session', credentials)
  const cookies = [
    ...(signedIn.headers.get('set-cookie') ?? '').matchAll(/__Host-(?:session|device)=([^;]+)/g),
  ]
  expect(cookies).toHaveLength(2)
  plant(...cookies.map(([, value = '']) => ({ kind: 'cookie' as const, value })))
  const token = await aToken([
    'tokens:manage',
    'cases:write',
    'change-reports:read',
    'change-reports:write',
    'change-reports:decide',
  ])
  const feed = anIntegrator(portal().address, newAddress(), token)
  expect((await feed.send('GET', '/agency/tokens')).status).toBe(200)
  const made = await feed.send(
    'POST',
    '/agency/tokens',
    { name: 'next', scopes: ['tokens:manage'] },
    newKey(),
  )
  plant({ kind: 'token', value: (JSON.parse(made.text) as { token: string }).token })
  const { caseRef, member } = await tellPlantedCase(feed)
  const coded = await feed.send(
    'POST',
    `/agency/cases/${caseRef}/association-codes`,
    { memberId: member.memberId },
    newKey(),
  )
  plant({ kind: 'code', value: (JSON.parse(coded.text) as { code: string }).code })
  const session = cookies.map(([whole]) => whole.replace(/;$/, '')).join('; ')
  const caseId = await openPlantedCase(integrator, session, member)
  await reportPlanted(integrator, feed, session, { caseRef, caseId, member })
  await integrator.send('GET', `/agency/tokens?access_token=${token}`)
  await anIntegrator(portal().secondAddress, newAddress(), `${token}x`).send('GET', '/agency/tokens')
  const message = { kind: 'message', value: `It was ${person.firstName} who wrote this` } as const
  plant(message)
  const feedback = {
    topic: 'idea',
    message: message.value,
    email: person.email,
    page: '/contact',
    locale: 'en',
  }
  expect((await integrator.send('POST', '/feedback', feedback, newKey())).status).toBe(201)
})

test('the search finds what is there: user IDs are stored as they are', async () => {
  const userIds = allPlanted().filter(({ kind }) => kind === 'user ID')
  expect(findIn(await placesInDatabase(), userIds)).toContain('user ID in account.user_id')
  const kinds = new Set(secrets().map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual([
    'answer',
    'client ID',
    'code',
    'cookie',
    'email',
    'file',
    'identity',
    'letter',
    'message',
    'name',
    'password',
    'report',
    'token',
  ])
})

test('a dump of the database holds nothing that anybody typed or a system of record told', async () => {
  expect(findIn(await placesInDatabase(), secrets())).toEqual([])
})

test('the logs hold none of them either, and no user ID', () => {
  const places = placesInLogs()
  for (const { name, bytes } of places) expect(bytes.length, `${name} was written`).toBeGreaterThan(200)
  expect(findIn(places, allPlanted())).toEqual([])
})

test('no file of the data folder holds any of them', () => {
  // The files of the database hold what the dump holds and what was there before it was overwritten.
  expect(findIn(placesInDataFolder(), secrets())).toEqual([])
})
