import type { AccountMessages } from '@connect/contract/rooms/account-messages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSignedInPerson } from '../testing/signed-in.ts'
import { confirmAddress, storedMails } from '../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { timeOrderedId } from './ids.ts'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

describe('whoever owns an account', () => {
  test('is told by message and by e-mail, to the address on file, what happened to which report', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await confirmAddress(api, person.email ?? '')
    const reportId = timeOrderedId()
    const values = { confirmationNumber: '4821 0375 9168', receivedOn: '2026-11-21', dueOn: '2026-11-30' }
    await api.deps.commit((tx) =>
      api.deps.notices.tellAccount(tx, person.id, 'report_received', { reportId, values }),
    )
    const { items } = (await browser.send('GET', '/account/messages')).json<AccountMessages>()
    const about = { reportId, documentId: null, reason: null }
    expect(items).toMatchObject([{ kind: 'report_received', about }])
    const marked = await browser.send('PATCH', `/account/messages/${items[0]?.id ?? ''}`, { read: true })
    expect(marked.json()).toMatchObject({ about })
    const mails = (await storedMails(api)).filter(({ template }) => template === 'report_received')
    expect(mails).toMatchObject([{ to: person.email, locale: person.locale ?? 'en', values }])
  })

  test('is sent nothing of a report to an address that nobody has confirmed, but that there is a message', async () => {
    const { person } = await aSignedInPerson(api)
    const values = { confirmationNumber: '4821 0375 9168', receivedOn: '2026-11-21', dueOn: '2026-11-30' }
    const about = { reportId: timeOrderedId(), values }
    await api.deps.commit((tx) => api.deps.notices.tellAccount(tx, person.id, 'report_received', about))
    const mails = (await storedMails(api)).filter(({ to }) => to === person.email)
    expect(mails).toMatchObject([
      { template: 'email_confirmation' },
      { template: 'message_waiting', values: {} },
    ])
  })

  test('finds the file and the reason in the message, of an account that is told nothing else', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const documentId = timeOrderedId()
    await api.deps.commit((tx) =>
      api.deps.notices.tellAccount(tx, person.id, 'document_refused', { documentId, reason: 'harmful' }),
    )
    await api.deps.commit((tx) => api.deps.notices.tellAccount(tx, person.id, 'case_linked'))
    const { items } = (await browser.send('GET', '/account/messages')).json<AccountMessages>()
    expect(items.map(({ about }) => about)).toEqual([
      { reportId: null, documentId: null, reason: null },
      { reportId: null, documentId, reason: 'harmful' },
    ])
  })
})

test('nobody is told where there is no account any more', async () => {
  const gone = timeOrderedId()
  await api.deps.commit((tx) => api.deps.notices.tellAccount(tx, gone, 'case_linked'))
  const { rows } = await api.deps.pool.query('SELECT 1 FROM message WHERE account_id = $1', [gone])
  expect(rows).toEqual([])
})

test('a message of work that was rolled back was never written, nor its e-mail', async () => {
  const { person, browser } = await aSignedInPerson(api)
  const undone = api.deps.commit(async (tx) => {
    await api.deps.notices.tellAccount(tx, person.id, 'report_declined', { reportId: timeOrderedId() })
    throw new Error('the cause failed')
  })
  await expect(undone).rejects.toThrow('the cause failed')
  expect((await browser.send('GET', '/account/messages')).json()).toMatchObject({ items: [] })
  const mails = await storedMails(api)
  expect(mails.filter(({ template }) => template === 'report_declined')).toEqual([])
})
