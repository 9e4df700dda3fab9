import { ageAccount } from '@connect/prisma/testing/factories/account'
import { afterAll, describe, expect, it } from 'vitest'
import { anAccountRequest } from '../../testing/account-request.ts'
import { newKey, post } from '../../testing/requests.ts'
import { aSignedInPerson, signInBrowser, type SignedInBrowser } from '../../testing/signed-in.ts'
import { mailsTo, storedMails } from '../../testing/stored-mail.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, stop } = await startTestBed()
afterAll(stop)

const remove = (browser: SignedInBrowser, password: string) =>
  browser.send('DELETE', '/account', { password })

const dayOver = (accountId: string) => ageAccount(api.database.ownerUrl, accountId, 24.01)

async function count(table: string, accountId: string, column = 'account_id'): Promise<number> {
  const { rows } = await api.deps.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE ${column} = $1`,
    [accountId],
  )
  return rows[0]?.count ?? 0
}

async function audited(accountId: string): Promise<string[]> {
  const { rows } = await api.deps.pool.query<{ event: string }>(
    `SELECT event FROM audit_event WHERE subject_id = $1 AND event LIKE 'account.delet%' ORDER BY occurred_at`,
    [accountId],
  )
  return rows.map(({ event }) => event)
}

async function confirmEmail(address: string | undefined): Promise<void> {
  const link = (await storedMails(api)).findLast(({ to }) => to === address)?.values.token
  expect((await post(api, '/email-confirmations', { token: link })).statusCode).toBe(204)
}

describe('asking for deletion', () => {
  it('says until when it can be taken back and what is kept, and ends every session at once', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const elsewhere = await signInBrowser(api, person)
    const before = Date.now()
    const response = await remove(browser, person.password)
    expect(response.statusCode).toBe(200)
    const { deletionDueAt, kept } = response.json<{ deletionDueAt: string; kept: string[] }>()
    expect(kept).toEqual(['submitted_reports', 'security_events', 'retired_user_id'])
    expect((Date.parse(deletionDueAt) - before) / 3_600_000).toBeCloseTo(24, 1)
    expect(response.cookies).toContainEqual(expect.objectContaining({ name: '__Host-session', value: '' }))
    for (const signedIn of [browser, elsewhere])
      expect((await signedIn.send('GET', '/account', undefined, {}, second)).statusCode).toBe(401)
  })

  it('takes the password, and changes nothing for a wrong one', async () => {
    const { person, browser } = await aSignedInPerson(api)
    expect((await remove(browser, 'Wrong#Pass7')).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/password', code: 'password.not_current' }],
    })
    expect((await browser.send('DELETE', '/account', {})).json()).toMatchObject({
      errors: [{ pointer: '/password', code: 'field.required' }],
    })
    expect((await browser.send('GET', '/account')).statusCode).toBe(200)
    await expect(dayOver(person.id)).resolves.toBeUndefined()
    expect(await api.deps.ownAccount.deletion.deleteAllDue()).toBe(0)
  })

  it('twice keeps the first time and tells it once', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const first = (await remove(browser, person.password)).json<{ deletionDueAt: string }>()
    const again = await remove(await signInBrowser(api, person), person.password)
    expect(again.json<{ deletionDueAt: string }>().deletionDueAt).toBe(first.deletionDueAt)
    expect(await audited(person.id)).toEqual(['account.deletion_requested'])
    expect(await count('message', person.id)).toBe(1)
  })

  it('twice at once is one request', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const answers = await Promise.all([remove(browser, person.password), remove(browser, person.password)])
    const due = new Set(
      answers
        .filter(({ statusCode }) => statusCode === 200)
        .map((answer) => answer.json<{ deletionDueAt: string }>().deletionDueAt),
    )
    expect(due.size).toBe(1)
    expect(await audited(person.id)).toEqual(['account.deletion_requested'])
  })

  it('is told when signing in, and taken back by going on, twice if need be', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const { deletionDueAt } = (await remove(browser, person.password)).json<{ deletionDueAt: string }>()
    const back = await signInBrowser(api, person)
    const session = async () =>
      (await back.send('GET', '/session')).json<{ account: { deletionDueAt: string | null } }>()
    expect((await session()).account.deletionDueAt).toBe(deletionDueAt)
    expect((await back.send('POST', '/account/restoration')).statusCode).toBe(204)
    expect((await back.send('POST', '/account/restoration')).statusCode).toBe(204)
    expect((await session()).account.deletionDueAt).toBeNull()
    expect(await audited(person.id)).toEqual(['account.deletion_requested', 'account.deletion_cancelled'])
    expect(await count('message', person.id)).toBe(2)
    await api.deps.ownAccount.deletion.deleteAllDue()
    expect(await count('account', person.id, 'id')).toBe(1)
  })
})

describe('a deletion whose day is over', () => {
  it('leaves nothing of the account but the events and the mark of the user ID', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await confirmEmail(person.email)
    await remove(browser, person.password)
    await api.deps.ownAccount.deletion.deleteAllDue()
    expect(await count('account', person.id, 'id')).toBe(1)
    await dayOver(person.id)
    expect(await api.deps.ownAccount.deletion.deleteAllDue()).toBe(1)
    expect(await count('account', person.id, 'id')).toBe(0)
    const tables = ['session', 'own_device', 'email_confirmation', 'message', 'secret_question', 'mail']
    for (const table of [...tables, 'secret_answer_hash', 'agreement_acceptance', 'recovery'])
      expect([table, await count(table, person.id)]).toEqual([table, 0])
    expect(await audited(person.id)).toEqual(['account.deletion_requested', 'account.deleted'])
    expect(await mailsTo(api, person.email ?? '')).toEqual(['account_deleted'])
    const { userId, password } = person
    expect((await post(api, '/session', { userId, password })).statusCode).toBe(401)
  })

  it('never gives its user ID again, in no spelling', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await remove(browser, person.password)
    await dayOver(person.id)
    await api.deps.ownAccount.deletion.deleteAllDue()
    const userId = person.userId.toUpperCase()
    expect((await post(api, '/user-id-checks', { userId })).json()).toMatchObject({
      available: false,
      issues: ['user_id.taken'],
    })
    const response = await post(api, '/accounts', await anAccountRequest(api, { userId }), newKey())
    expect(response.json()).toMatchObject({ status: 409, code: 'account.user_id_taken' })
  })

  it('is done once by several processes at once', async () => {
    const people = await Promise.all([1, 2, 3].map(() => aSignedInPerson(api)))
    for (const { person, browser } of people) {
      await remove(browser, person.password)
      await dayOver(person.id)
    }
    const counts = await Promise.all(
      [api, second, api, second].map(({ deps }) => deps.ownAccount.deletion.deleteAllDue()),
    )
    expect(counts.reduce((sum, done) => sum + done, 0)).toBe(3)
    for (const { person } of people)
      expect(await audited(person.id)).toEqual(['account.deletion_requested', 'account.deleted'])
  })

  it('does not wait for one that cannot be done, which is told', async () => {
    const broken = await aSignedInPerson(api)
    const sound = await aSignedInPerson(api)
    for (const { person, browser } of [broken, sound]) {
      await remove(browser, person.password)
      await dayOver(person.id)
    }
    await api.deps.pool.query(`UPDATE account SET data_key = '\\x00' WHERE id = $1`, [broken.person.id])
    const before = api.lines.length
    expect(await api.deps.ownAccount.deletion.deleteAllDue()).toBe(1)
    expect(await count('account', sound.person.id, 'id')).toBe(0)
    expect(await count('account', broken.person.id, 'id')).toBe(1)
    expect(api.lines.slice(before)).toContainEqual(
      expect.objectContaining({ msg: 'work in the background failed' }),
    )
    await api.deps.pool.query('DELETE FROM account WHERE id = $1', [broken.person.id])
  })
})
