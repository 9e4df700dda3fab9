import { caseResponse } from '@connect/contract/rooms/cases'
import { demoHouseholdsResponse, type DemoHouseholds } from '@connect/contract/rooms/demo'
import { afterEach, describe, expect, test } from 'vitest'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp | undefined
afterEach(() => api?.stop())

type Person = DemoHouseholds['items'][number]['people'][number]

async function startDemo(): Promise<TestApp> {
  api = await startTestApp({ settings: { DEMO: '1' } })
  await api.deps.demo.start()
  return api
}

async function everybody({ app }: TestApp): Promise<Person[]> {
  const response = await app.inject({ url: '/api/v1/demo/households' })
  return demoHouseholdsResponse.parse(response.json()).items.flatMap(({ people }) => people)
}

async function associate({ browser }: QuickOwner, { clientId, birthYear, ssnLast4, code }: Person) {
  const proof = ssnLast4 === null ? { code } : { ssnLast4 }
  return browser.send('POST', '/case-links', { clientId, birthYear, ...proof }, newKey())
}

describe('the households of a demonstration', () => {
  test('can all be associated by what is told of them, and read', async () => {
    const demo = await startDemo()
    const people = await everybody(demo)
    expect(people.some(({ code }) => code !== null)).toBe(true)
    for (const person of people) {
      const owner = await aQuickOwner(demo)
      const linked = await associate(owner, person)
      expect(linked.statusCode, person.firstName).toBe(201)
      const { caseId } = linked.json<{ caseId: string }>()
      const seen = caseResponse.parse((await owner.browser.send('GET', `/cases/${caseId}`)).json())
      expect(seen.members.find(({ you }) => you)?.firstName).toBe(person.firstName)
    }
  })

  test('stay with whoever associated them when it starts again', async () => {
    const demo = await startDemo()
    const [person] = await everybody(demo)
    if (person === undefined) throw new Error('nobody can be tried')
    const owner = await aQuickOwner(demo)
    const { caseId } = (await associate(owner, person)).json<{ caseId: string }>()
    await demo.deps.demo.start()
    expect((await everybody(demo))[0]).toEqual(person)
    expect((await owner.browser.send('GET', `/cases/${caseId}`)).statusCode).toBe(200)
  })

  test('are told by each of several instances that start together', async () => {
    const demo = await startDemo()
    await Promise.all([demo.deps.demo.start(), demo.deps.demo.start(), demo.deps.demo.start()])
    expect((await everybody(demo)).length).toBeGreaterThan(0)
  })

  test('are nowhere else', async () => {
    api = await startTestApp({ settings: { DEMO: '0' } })
    expect((await api.app.inject({ url: '/api/v1/demo/households' })).statusCode).toBe(404)
  })
})
