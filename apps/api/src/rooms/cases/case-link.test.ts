import { aClientId, aFedMember } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKey } from '../../testing/requests.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredCase, tripleOf, wrongTripleOf } from '../../testing/stored-case.ts'
import { storedMails } from '../../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const associate = ({ browser }: Pick<QuickOwner, 'browser'>, body: unknown, headers = newKey()) =>
  browser.send('POST', '/case-links', body, headers)

describe('associating a case', () => {
  test('gives the account the case of the client ID, however it is written, and tells the owner', async () => {
    const { caseId, members } = await aStoredCase(api)
    const { person, browser } = await aSignedInPerson(api)
    const { clientId = '', ...rest } = tripleOf(members[0])
    const written = ` ${clientId.slice(0, 3)}-${clientId.slice(3, 6)} ${clientId.slice(6)} `
    const linked = await associate({ browser }, { clientId: written, ...rest })
    expect(linked.statusCode).toBe(201)
    expect(linked.json()).toEqual({
      id: expect.any(String) as string,
      caseId,
      linkedAt: expect.any(String) as string,
    })
    const messages = await browser.send('GET', '/account/messages')
    expect(messages.json()).toMatchObject({ items: [{ kind: 'case_linked' }] })
    const { id, linkedAt } = linked.json<{ id: string; linkedAt: string }>()
    expect((await browser.send('GET', '/case-links')).json()).toEqual({
      items: [
        {
          id,
          caseId,
          otherCaseIds: [],
          linkedAt,
          held: false,
          person: { firstName: members[0].firstName, lastName: members[0].lastName },
        },
      ],
      nextCursor: null,
    })
    expect((await storedMails(api)).filter(({ to }) => to === person.email)).toContainEqual(
      expect.objectContaining({ template: 'case_linked', values: {} }),
    )
    const { details, ...event } = await api.deps.commit((tx) =>
      tx.auditEvent.findFirstOrThrow({ where: { event: 'case_link.created', subjectId: person.id } }),
    )
    expect(event).toMatchObject({ actorKind: 'client', actorId: person.id, outcome: 'succeeded' })
    expect(details).toMatchObject({ linkId: id })
  })

  test('answers a repeated request with the same link, and counts nothing of it', async () => {
    const { members } = await aStoredCase(api)
    const owner = await aQuickOwner(api)
    const key = newKey()
    const first = await associate(owner, tripleOf(members[0]), key)
    const again = await associate(owner, tripleOf(members[0]), key)
    expect(again.statusCode).toBe(201)
    expect(again.body).toBe(first.body)
    expect(await countersOf(owner)).toEqual([{ kind: 'account', tries: 0, total: 0 }])
  })

  test('confirms a client ID that is one’s own already, and answers it as it is', async () => {
    const { members } = await aStoredCase(api)
    const owner = await aQuickOwner(api)
    const first = await associate(owner, tripleOf(members[0]))
    const again = await associate(owner, tripleOf(members[0]))
    expect(again.statusCode).toBe(201)
    expect(again.json()).toEqual(first.json())
    const kinds = await browserMessages(owner)
    expect(kinds).toEqual(['case_linked'])
  })

  test('each adult of a household associates with their own client ID, and an account may have several cases', async () => {
    const [one, other] = [aFedMember(), aFedMember()]
    const household = await aStoredCase(api, { members: [one, other] })
    const second = await aStoredCase(api)
    const [owner, partner] = [await aQuickOwner(api), await aQuickOwner(api)]
    expect((await associate(owner, tripleOf(one))).json()).toMatchObject({ caseId: household.caseId })
    expect((await associate(partner, tripleOf(other))).json()).toMatchObject({ caseId: household.caseId })
    expect((await associate(owner, tripleOf(second.members[0]))).json()).toMatchObject({
      caseId: second.caseId,
    })
    const list = await owner.browser.send('GET', '/case-links')
    expect(list.json<{ items: { caseId: string }[] }>().items.map(({ caseId }) => caseId)).toEqual([
      second.caseId,
      household.caseId,
    ])
    const firstPage = await owner.browser.send('GET', '/case-links?limit=1')
    const { items, nextCursor } = firstPage.json<{ items: unknown[]; nextCursor: string }>()
    expect(items).toHaveLength(1)
    const next = await owner.browser.send('GET', `/case-links?limit=1&cursor=${nextCursor}`)
    expect(next.json()).toMatchObject({ items: [{ caseId: household.caseId }], nextCursor: null })
  })

  test('a client ID that several cases name leads to the one that was fed last', async () => {
    const member = aFedMember()
    const older = await aStoredCase(api, { members: [member], asOf: '2026-10-01T00:00:00Z' })
    const newer = await aStoredCase(
      api,
      { members: [member], asOf: '2026-11-01T00:00:00Z' },
      older.integratorId,
    )
    const owner = await aQuickOwner(api)
    expect((await associate(owner, tripleOf(member))).json()).toMatchObject({ caseId: newer.caseId })
    const list = await owner.browser.send('GET', '/case-links')
    expect(list.json()).toMatchObject({ items: [{ caseId: newer.caseId, otherCaseIds: [older.caseId] }] })
  })
})

describe('removing an association', () => {
  test('frees the client ID, and is nobody else’s to do', async () => {
    const { members } = await aStoredCase(api)
    const [owner, other] = [await aQuickOwner(api), await aQuickOwner(api)]
    const { id } = (await associate(owner, tripleOf(members[0]))).json<{ id: string }>()
    expect((await other.browser.send('DELETE', `/case-links/${id}`)).statusCode).toBe(404)
    expect((await owner.browser.send('DELETE', `/case-links/${id}`)).statusCode).toBe(204)
    expect((await owner.browser.send('DELETE', `/case-links/${id}`)).statusCode).toBe(404)
    expect((await owner.browser.send('GET', '/case-links')).json()).toEqual({ items: [], nextCursor: null })
    const activity = await owner.browser.send('GET', '/account/activity')
    expect(activity.json()).toMatchObject({
      items: [{ event: 'case_link_removed' }, { event: 'case_linked' }],
    })
    expect((await associate(other, tripleOf(members[0]))).statusCode).toBe(201)
  })
})

describe('what the form refuses', () => {
  test.each([
    [{ clientId: '12345678' }, { pointer: '/clientId', code: 'client_id.length' }],
    [{ clientId: '1234567890' }, { pointer: '/clientId', code: 'client_id.length' }],
    [{ clientId: '12345678x' }, { pointer: '/clientId', code: 'client_id.characters' }],
    [{ birthYear: 1899 }, { pointer: '/birthYear', code: 'birth_year.too_early' }],
    [{ birthYear: 2999 }, { pointer: '/birthYear', code: 'birth_year.in_future' }],
    [{ birthYear: '1980' }, { pointer: '/birthYear', code: 'field.wrong_type' }],
    [{ ssnLast4: 1234 }, { pointer: '/ssnLast4', code: 'field.wrong_type' }],
    [{ ssnLast4: '12a4' }, { pointer: '/ssnLast4', code: 'ssn_digits.digits' }],
    [{ ssnLast4: undefined }, { pointer: '/ssnLast4', code: 'ssn_digits.required' }],
    [{ code: 'ABCDE12345' }, { pointer: '/code', code: 'case_link.one_proof' }],
    [{ name: 'Ana' }, { pointer: '/name', code: 'field.unknown' }],
  ])('%j counts as no try', async (change, issue) => {
    const owner = await aQuickOwner(api)
    const body = { clientId: aClientId(), birthYear: 1980, ssnLast4: '1234', ...change }
    const refused = await associate(owner, body)
    expect(refused.json()).toMatchObject({ status: 422, code: 'request.invalid', errors: [issue] })
    expect(await countersOf(owner)).toEqual([])
  })

  test('whoever is not signed in associates nothing', async () => {
    const { members } = await aStoredCase(api)
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/v1/case-links',
      headers: newKey(),
      payload: tripleOf(members[0]),
    })
    expect(response.json()).toMatchObject({ status: 401, code: 'session.required' })
  })
})

test('a wrong try says how many are left, from the account’s own alone', async () => {
  const { members } = await aStoredCase(api)
  const [owner, other] = [await aQuickOwner(api), await aQuickOwner(api)]
  await associate(other, wrongTripleOf(members[0]))
  const left: unknown[] = []
  for (let time = 0; time < 6; time += 1) {
    const refused = await associate(owner, wrongTripleOf(members[0]))
    expect(refused.json()).toMatchObject({ status: 422, code: 'case_link.not_matched' })
    left.push(refused.json<{ params: unknown }>().params)
  }
  expect(left).toEqual([4, 3, 2, 1, 0, 0].map((attemptsLeftToday) => ({ attemptsLeftToday })))
})

async function browserMessages({ browser }: QuickOwner): Promise<string[]> {
  const messages = await browser.send('GET', '/account/messages')
  return messages.json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind)
}

async function countersOf({ id }: QuickOwner) {
  const { rows } = await api.deps.pool.query<{ kind: string; tries: number; total: number }>(
    `SELECT kind, cardinality(recent) AS tries, since_success AS total FROM association_counter WHERE subject = $1`,
    [Buffer.from(api.deps.lookup('account', id))],
  )
  return rows
}
