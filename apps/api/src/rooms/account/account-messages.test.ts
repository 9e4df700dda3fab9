import {
  messageKinds,
  type AccountMessage,
  type AccountMessages,
} from '@connect/contract/rooms/account-messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSignedInPerson, type SignedInBrowser } from '../../testing/signed-in.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

/** Tells an owner without an address what happened, oldest first. */
async function tell(accountId: string, kinds: readonly (typeof messageKinds)[number][]): Promise<void> {
  for (const kind of kinds)
    await api.deps.commit((tx) => {
      const values = { confirmationNumber: '4821 0375 9168', receivedOn: '2026-11-21', dueOn: '2026-11-30' }
      return api.deps.notices.tell(tx, { id: accountId, locale: 'en', email: null }, kind, { values })
    })
}

const list = async (browser: SignedInBrowser, query = '') =>
  (await browser.send('GET', `/account/messages${query}`)).json<AccountMessages>()

const mark = (browser: SignedInBrowser, id: string, read: unknown) =>
  browser.send('PATCH', `/account/messages/${id}`, { read })

const auditRows = async (accountId: string) =>
  (
    await api.deps.pool.query<{ details: unknown }>(
      `SELECT details FROM audit_event WHERE event = 'account.message_read' AND subject_id = $1 ORDER BY id`,
      [accountId],
    )
  ).rows

describe('the messages of an account', () => {
  test('come newest first, a page at a time, each exactly once', async () => {
    const { person, browser } = await aSignedInPerson(api)
    expect(await list(browser)).toEqual({ items: [], nextCursor: null, unread: 0 })
    await tell(person.id, messageKinds)

    const all = messageKinds.length
    const first = await list(browser, '?limit=4')
    const second = await list(browser, `?limit=${String(all - 4)}&cursor=${first.nextCursor}`)
    expect([...first.items, ...second.items].map(({ kind }) => kind)).toEqual([...messageKinds].reverse())
    expect([first.unread, second.unread, second.nextCursor]).toEqual([all, all, null])
    expect((await list(browser, `?limit=${String(all)}`)).nextCursor).toBeNull()
  })

  test('are nobody else’s to see or to mark', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await tell(person.id, ['password_changed'])
    const [message] = (await list(browser)).items
    const { browser: stranger } = await aSignedInPerson(api)
    expect(await list(stranger)).toMatchObject({ items: [], unread: 0 })
    expect((await mark(stranger, message?.id ?? '', true)).statusCode).toBe(404)
    expect(await list(browser)).toMatchObject({ unread: 1 })
    const anonymous = await api.app.inject({ url: '/api/v1/account/messages' })
    expect(anonymous.json()).toMatchObject({ status: 401, code: 'session.required' })
  })

  test('are marked as read once, and back, with an audit row for each change', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await tell(person.id, ['email_changed', 'password_changed'])
    const id = (await list(browser)).items[1]?.id ?? ''

    const answers = await Promise.all(Array.from({ length: 5 }, () => mark(browser, id, true)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(answers.map((answer) => answer.json<AccountMessage>().readAt)).size).toBe(1)
    expect(await list(browser)).toMatchObject({ unread: 1, items: [{ readAt: null }, { id }] })
    expect(await auditRows(person.id)).toMatchObject([{ details: { message: id, read: true } }])

    expect((await mark(browser, id, false)).json()).toMatchObject({ id, readAt: null })
    expect(await list(browser)).toMatchObject({ unread: 2 })
    expect(await auditRows(person.id)).toHaveLength(2)
  })

  const cursor = { format: 'nextCursor of the page before' }
  test.each([
    ['a limit of 0', '?limit=0', '/query/limit', { format: '1 to 100' }],
    ['a limit of 101', '?limit=101', '/query/limit', { format: '1 to 100' }],
    ['a cursor of its own making', '?cursor=1', '/query/cursor', cursor],
    ['a cursor that none can be', '?cursor=%20', '/query/cursor', cursor],
    ['an unknown parameter', '?unread=true', '/query/unread', undefined],
  ])('are not listed with %s, and it is said what to give', async (_, query, pointer, params) => {
    const { browser } = await aSignedInPerson(api)
    const answer = await browser.send('GET', `/account/messages${query}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.json<{ errors: unknown[] }>().errors).toEqual([
      { pointer, code: expect.any(String) as string, ...(params && { params }) },
    ])
  })

  test('are not marked with what is no mark, or where there is none', async () => {
    const { browser } = await aSignedInPerson(api)
    const nowhere = '01936000-0000-7000-8000-000000000001'
    expect((await mark(browser, nowhere, true)).statusCode).toBe(404)
    expect((await mark(browser, nowhere, 'yes')).json()).toMatchObject({ errors: [{ pointer: '/read' }] })
    expect((await mark(browser, 'nowhere', true)).statusCode).toBe(404)
  })
})

test('a message goes with its account', async () => {
  const { person } = await aSignedInPerson(api)
  await tell(person.id, ['deletion_requested'])
  await api.deps.pool.query('DELETE FROM account WHERE id = $1', [person.id])
  const { rows } = await api.deps.pool.query('SELECT 1 FROM message WHERE account_id = $1', [person.id])
  expect(rows).toEqual([])
})
