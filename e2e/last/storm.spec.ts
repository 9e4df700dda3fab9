import { expect, test } from '@playwright/test'
import { dumpDatabase, runningDatabase } from '@connect/prisma/testing/running-database'
import { newAddress } from '../portal/address.ts'
import { aPlantedPerson } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import { accountRequest, anIntegrator, newKey, problemIn, type Answer } from '../integrator/integrator.ts'

const requests = 50

/** The same person's programs on both servers. */
function onBothServers() {
  const { address, secondAddress } = portal()
  const mine = newAddress()
  return [anIntegrator(address, mine), anIntegrator(secondAddress, mine)] as const
}

async function accountsNamed(userId: string): Promise<number> {
  const values = await dumpDatabase(runningDatabase(portal().dataDir).ownerUrl)
  return values.filter(
    ({ place, value }) => place === 'account.user_id_folded' && value.toString() === userId.toLowerCase(),
  ).length
}

/** What an answer says, in a word. */
function told(answer: Answer): string {
  return answer.status < 300 ? String(answer.status) : `${String(answer.status)} ${problemIn(answer).code}`
}

test('50 identical registrations at once on both servers make one account and tell of one', async () => {
  const servers = onBothServers()
  const person = aPlantedPerson()
  const body = await accountRequest(servers[0], person)
  const key = newKey()
  const send = (index: number) => servers[index % 2 === 0 ? 0 : 1].send('POST', '/accounts', body, key)

  const answers = await Promise.all(Array.from({ length: requests }, (_, index) => send(index)))
  const outcomes = new Set(answers.map(told))
  outcomes.delete('409 idempotency.in_progress')
  expect([...outcomes]).toEqual(['201'])

  const later = await Promise.all([send(0), send(1)])
  const created = [...answers, ...later].filter(({ status }) => status === 201)
  expect(created.length).toBeGreaterThanOrEqual(3)
  expect(new Set(created.map(({ text }) => text)).size, 'every answer is that one, byte for byte').toBe(1)
  expect(await accountsNamed(person.userId)).toBe(1)
})

test('of a dozen right passwords at once on both servers no more than five are looked at', async () => {
  const servers = onBothServers()
  const person = aPlantedPerson()
  const account = await accountRequest(servers[0], person)
  expect((await servers[0].sendPatiently('POST', '/accounts', account, newKey())).status).toBe(201)
  const { userId, password } = person
  const guesses: (() => Promise<Answer>)[] = []
  for (let index = 0; index < 12; index += 1) {
    const server = servers[index % 2 === 0 ? 0 : 1]
    const captcha = await server.solveCaptcha('sign-in')
    guesses.push(() => server.send('POST', '/session', { userId, password, captcha }))
  }

  const outcomes = (await Promise.all(guesses.map((guess) => guess()))).map(told)
  const letIn = outcomes.filter((outcome) => outcome === '200')
  expect(letIn.length).toBeGreaterThan(0)
  expect(letIn.length).toBeLessThanOrEqual(5)
  // None was held back for want of a security check.
  for (const outcome of new Set(outcomes))
    expect(['200', '401 session.invalid_credentials', '503 server.busy']).toContain(outcome)
})

test('of 50 people at once who want the same user ID, one gets it', async () => {
  const servers = onBothServers()
  const { userId } = aPlantedPerson()
  const wishes: (() => Promise<Answer>)[] = []
  for (let index = 0; index < requests; index += 1) {
    const server = servers[index % 2 === 0 ? 0 : 1]
    const body = await accountRequest(server, aPlantedPerson({ userId }))
    wishes.push(() => server.send('POST', '/accounts', body, newKey()))
  }

  const answers = await Promise.all(wishes.map((wish) => wish()))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect(['409 account.user_id_taken', '503 server.busy']).toContain(told(answer))
    if (answer.status === 503) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect(await accountsNamed(userId)).toBe(1)
})
