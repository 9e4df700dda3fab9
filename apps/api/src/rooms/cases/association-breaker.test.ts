import { associationBreaker } from '@connect/contract/rooms/case-links'
import { aClientId, aFedMember } from '@connect/households/fed-case'
import { addAssociationFailures, ageAssociations } from '@connect/prisma/testing/factories/cases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { quickCaptcha } from '../../testing/quick-captcha.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aStoredCase, tripleOf } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let beside: TestApp
beforeAll(async () => {
  api = await startTestApp()
  beside = await startTestApp({ beside: api })
})
afterAll(async () => {
  await beside.stop()
  await api.stop()
})
beforeEach(() => api.deps.pool.query('DELETE FROM association_failures'))

const associate = ({ browser }: QuickOwner, body: unknown, instance = api) =>
  browser.send('POST', '/case-links', body, newKey(), instance)

const owners = (count: number) => Promise.all(Array.from({ length: count }, () => aQuickOwner(api)))

const someTriple = () => ({ ...tripleOf(aFedMember()), clientId: aClientId() })

test('sweeping client IDs from many accounts makes a security check due for everybody, until it is over', async () => {
  const { members } = await aStoredCase(api)
  const sweepers = await owners(50)
  const codes: string[] = []
  for (const [index, sweeper] of [...sweepers, ...sweepers].entries()) {
    const answer = await associate(sweeper, someTriple(), index % 2 ? api : beside)
    codes.push(answer.json<{ code: string }>().code)
  }
  expect(codes.filter((code) => code === 'case_link.not_matched')).toHaveLength(associationBreaker.least + 1)
  expect(codes.filter((code) => code === 'captcha.required')).toHaveLength(100 - 21)

  const owner = await aQuickOwner(api)
  expect((await associate(owner, tripleOf(members[0]), beside)).json()).toMatchObject({
    status: 422,
    code: 'captcha.required',
  })
  expect(await countersOf(owner)).toBe(0)
  const captcha = await quickCaptcha(api, 'associate')
  const wrong = await associate(owner, { ...someTriple(), captcha })
  expect(wrong.json()).toMatchObject({ code: 'case_link.not_matched', params: { attemptsLeftToday: 4 } })
  const spent = await associate(owner, { ...tripleOf(members[0]), captcha })
  expect(spent.json()).toMatchObject({ errors: [{ pointer: '/captcha', code: 'captcha.spent' }] })

  await ageAssociations(api.database.ownerUrl, 1)
  expect((await associate(owner, tripleOf(members[0]))).statusCode).toBe(201)
})

test('tries at the same moment find each other, on whichever instance', async () => {
  const sweepers = await owners(50)
  const answers = await Promise.all(
    sweepers.map((one, index) => associate(one, someTriple(), index % 2 ? api : beside)),
  )
  const codes = answers.map((answer) => answer.json<{ code: string }>().code)
  // No more are on their way at once than there are connections: at the turn of a minute some of those may be let by.
  const refused = codes.filter((code) => code === 'case_link.not_matched').length
  expect(refused).toBeLessThanOrEqual(associationBreaker.least + 1 + 2 * 10)
  expect(codes).toContain('captcha.required')
})

test('trips above three times the hourly mean of the week, and not before', async () => {
  const owner = await aQuickOwner(api)
  // 3 × 1,680 / (7 × 24) are 30 an hour; what is of the last hour counts in the mean, too.
  await addAssociationFailures(api.database.ownerUrl, { count: 1680, hoursAgo: 100 })
  await addAssociationFailures(api.database.ownerUrl, { count: 29, hoursAgo: 0 })
  expect((await associate(owner, someTriple())).json()).toMatchObject({ code: 'case_link.not_matched' })
  await addAssociationFailures(api.database.ownerUrl, { count: 1, hoursAgo: 0 })
  expect((await associate(owner, someTriple())).json()).toMatchObject({ code: 'captcha.required' })
})

test('a right try is no failure, and an account at its limit trips nothing for others', async () => {
  const { members } = await aStoredCase(api)
  const owner = await aQuickOwner(api)
  expect((await associate(owner, tripleOf(members[0]))).statusCode).toBe(201)
  expect(await failures()).toBe(0)
  await Promise.all(Array.from({ length: 30 }, () => associate(owner, someTriple())))
  expect(await failures()).toBe(5)
})

test('minutes that no mean looks at any more are swept', async () => {
  await addAssociationFailures(api.database.ownerUrl, { count: 3, hoursAgo: 24 * 8 + 1 })
  await addAssociationFailures(api.database.ownerUrl, { count: 2, hoursAgo: 24 * 7 - 1 })
  expect(await api.deps.sweeper.sweepNow()).toMatchObject({ associationFailures: 1 })
  expect(await failures()).toBe(2)
})

async function failures(): Promise<number> {
  const { rows } = await api.deps.pool.query<{ sum: number }>(
    'SELECT coalesce(sum(count), 0)::int AS sum FROM association_failures',
  )
  return rows[0]?.sum ?? 0
}

async function countersOf({ id }: QuickOwner): Promise<number | null> {
  const { rowCount } = await api.deps.pool.query('SELECT FROM association_counter WHERE subject = $1', [
    Buffer.from(api.deps.lookup('account', id)),
  ])
  return rowCount
}
