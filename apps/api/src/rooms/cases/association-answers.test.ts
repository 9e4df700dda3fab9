import { aClientId, aFedMember } from '@connect/households/fed-case'
import type { FedMember } from '@connect/contract/rooms/case-feed'
import { addAssociationFailures } from '@connect/prisma/testing/factories/cases'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aStoredCase, tripleOf, wrongTripleOf } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
  // So many fail here that a security check were due, unless more failed in the days before.
  await addAssociationFailures(api.database.ownerUrl, { count: 100_000, hoursAgo: 48 })
})
afterAll(() => api.stop())

const aMember = async () => (await aStoredCase(api)).members[0]

async function aTakenMember(): Promise<FedMember> {
  const member = await aMember()
  const { browser } = await aQuickOwner(api)
  await browser.send('POST', '/case-links', tripleOf(member), newKey())
  return member
}

async function aLockedMember(): Promise<FedMember> {
  const member = await aMember()
  const strangers = await Promise.all(Array.from({ length: 5 }, () => aQuickOwner(api)))
  await Promise.all(
    strangers.map(({ browser }) => browser.send('POST', '/case-links', wrongTripleOf(member), newKey())),
  )
  return member
}

const taken = 'another account holds the client ID'

/** What somebody sends who is refused, for each reason that there is. */
const reasons: Readonly<Record<string, () => Promise<unknown>>> = {
  'no case names the client ID': () => Promise.resolve({ ...tripleOf(aFedMember()), clientId: aClientId() }),
  'the birth year is another': async () => ({ ...tripleOf(await aMember()), birthYear: 1901 }),
  'the digits are others': async () => wrongTripleOf(await aMember()),
  [taken]: async () => tripleOf(await aTakenMember()),
  'the client ID met its limit': async () => tripleOf(await aLockedMember()),
}

/** What telling a holder takes beyond what every refusal does: it ends before the answer is due. */
const telling =
  /INTO "?public"?\."message"|INTO mail |FROM account WHERE id = .* FOR KEY SHARE|pgboss|BEGIN|COMMIT/

/** Sends it as somebody new, and answers what the client saw and which statements that took, in their order. */
async function refusalOf(body: unknown) {
  const { browser } = await aQuickOwner(api)
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const started = performance.now()
  const response = await browser.send('POST', '/case-links', body, newKey())
  const milliseconds = performance.now() - started
  const statements = query.mock.calls.map(([first]: readonly unknown[]) => textOf(first))
  query.mockRestore()
  const headers = { ...response.headers, 'x-request-id': null, date: null }
  const problem = { ...response.json<Record<string, unknown>>(), instance: null }
  return { milliseconds, statements, answer: { status: response.statusCode, headers, problem } }
}

test('every reason to refuse gets the same answer, after the same statements, no sooner than telling a holder takes', async () => {
  const bodies = []
  for (const [reason, make] of Object.entries(reasons)) bodies.push([reason, await make()] as const)
  await refusalOf(bodies[0]?.[1])
  const refusals = []
  for (const [reason, body] of bodies) refusals.push({ reason, ...(await refusalOf(body)) })
  const [first] = refusals
  expect(first?.answer).toMatchObject({
    status: 422,
    problem: { code: 'case_link.not_matched', params: { attemptsLeftToday: 4 } },
  })
  const common = (statements: readonly string[]) => statements.filter((text) => !telling.test(text))
  const expected = common(first?.statements ?? [])
  expect(expected.length).toBeGreaterThan(10)
  for (const { reason, answer, statements, milliseconds } of refusals) {
    expect({ reason, answer }).toEqual({ reason, answer: first?.answer })
    // One more row of the trail tells that a review was opened.
    if (reason === taken) expect(new Set(common(statements))).toEqual(new Set(expected))
    else expect({ reason, statements: common(statements) }).toEqual({ reason, statements: expected })
    expect(milliseconds).toBeGreaterThanOrEqual(295)
  }
})

function textOf(first: unknown): string {
  const text = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '')
  return text.replaceAll(/\s+/g, ' ').trim()
}
