import { aPassword, aPerson } from '@connect/prisma/testing/factories/person'
import { afterAll, describe, expect, it } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { changePassword, signInStatus } from '../../testing/own-account.ts'
import { post } from '../../testing/requests.ts'
import { aSignedInPerson, signInBrowser, type SignedInBrowser } from '../../testing/signed-in.ts'
import { storedMails } from '../../testing/stored-mail.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, stop } = await startTestBed()
afterAll(stop)

const wrong = 'Wrong#Pass7'

async function messages(accountId: string): Promise<string[]> {
  const { rows } = await api.deps.pool.query<{ kind: string }>(
    'SELECT kind FROM message WHERE account_id = $1 ORDER BY id',
    [accountId],
  )
  return rows.map(({ kind }) => kind)
}

async function audited(accountId: string): Promise<string[]> {
  const { rows } = await api.deps.pool.query<{ event: string }>(
    `SELECT event || ' ' || outcome AS event FROM audit_event
      WHERE subject_id = $1 AND event LIKE 'account.%' AND event <> 'account.created' ORDER BY occurred_at`,
    [accountId],
  )
  return rows.map(({ event }) => event)
}

describe('changing the password', () => {
  it('lets the new one in and the old one no more', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const next = aPassword()
    expect((await changePassword(browser, person.password, next)).statusCode).toBe(204)
    expect(await signInStatus(api, person.userId, person.password)).toBe(401)
    expect(await signInStatus(api, person.userId, next)).toBe(200)
  })

  it('forgets own devices elsewhere, and keeps the one that it is done on', async () => {
    const person = await aPersonWithAccount(api)
    const signIn = { userId: person.userId, password: person.password, ownDevice: true }
    const [here, elsewhere] = [await post(api, '/session', signIn), await post(api, '/session', signIn)]
    const devices = async () =>
      (await api.deps.pool.query('SELECT id FROM own_device WHERE account_id = $1', [person.id])).rowCount
    expect([here.statusCode, elsewhere.statusCode, await devices()]).toEqual([200, 200, 2])
    const cookie = here.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const change = await api.app.inject({
      method: 'PUT',
      url: '/api/v1/account/password',
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      payload: JSON.stringify({ currentPassword: person.password, password: aPassword() }),
    })
    expect([change.statusCode, await devices()]).toEqual([204, 1])
  })

  it('ends every other session at once, for a second process too, and keeps this one', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const elsewhere = await signInBrowser(api, person)
    expect((await elsewhere.send('GET', '/session', undefined, {}, second)).statusCode).toBe(200)
    await changePassword(browser, person.password)
    expect((await elsewhere.send('GET', '/session', undefined, {}, second)).statusCode).toBe(401)
    expect((await browser.send('GET', '/session', undefined, {}, second)).statusCode).toBe(200)
  })

  it('ends recoveries and e-mail links that wait', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const link = (await storedMails(api)).findLast(({ to }) => to === person.email)?.values.token
    await api.deps.pool.query(
      `INSERT INTO recovery (id, account_id, subject, browser_hash, question_ids, expires_at)
       VALUES (gen_random_uuid(), $1, '', '', '{}', now() + interval '1 hour')`,
      [person.id],
    )
    await changePassword(browser, person.password)
    const { rows } = await api.deps.pool.query('SELECT id FROM recovery WHERE account_id = $1', [person.id])
    expect(rows).toEqual([])
    expect((await post(api, '/email-confirmations', { token: link })).statusCode).toBe(404)
  })

  it('is told in the account and by e-mail', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const link = (await storedMails(api)).findLast(({ to }) => to === person.email)?.values.token
    await post(api, '/email-confirmations', { token: link })
    await changePassword(browser, person.password)
    expect(await messages(person.id)).toEqual(['password_changed'])
    const templates = (await storedMails(api)).filter(({ to }) => to === person.email)
    expect(templates.map(({ template }) => template)).toEqual(['email_confirmation', 'password_changed'])
    expect(await audited(person.id)).toEqual([
      'account.email_confirmed succeeded',
      'account.password_changed succeeded',
    ])
  })

  it('is told to the address given at creation before that is confirmed, and not to one that waits', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const waiting = `${person.userId}@new.example.org`
    await browser.send('PATCH', '/account', { email: waiting }, { 'if-match': '*' })
    await changePassword(browser, person.password)
    const mails = await storedMails(api)
    const templatesTo = (address: string) =>
      mails.filter(({ to }) => to === address).map(({ template }) => template)
    expect(templatesTo(person.email ?? '')).toEqual(['email_confirmation', 'password_changed'])
    expect(templatesTo(waiting)).toEqual(['email_confirmation'])
  })

  it('changes nothing for a wrong password, and leaves a trace', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const response = await changePassword(browser, wrong)
    expect(response.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/currentPassword', code: 'password.not_current' }],
    })
    expect(await signInStatus(api, person.userId, person.password)).toBe(200)
    expect(await audited(person.id)).toEqual(['account.change_refused refused'])
    expect(await messages(person.id)).toEqual([])
  })

  it('names every broken rule at once, and compares nothing before they are kept', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const before = api.deps.hashingMetrics().hashes.password
    const codes = async (currentPassword: string, password: string) =>
      (await changePassword(browser, currentPassword, password))
        .json<{ errors: { pointer: string; code: string }[] }>()
        .errors.map(({ pointer, code }) => `${pointer} ${code}`)
        .sort()
    expect(await codes('', person.userId)).toEqual([
      '/currentPassword field.required',
      '/password password.contains_user_id',
      '/password password.needs_special',
      '/password password.needs_upper_case',
    ])
    expect(await codes(wrong, 'P@ssw0rd!1')).toEqual(['/password password.well_known'])
    expect(await codes(person.password, person.password)).toEqual(['/password password.same_as_current'])
    expect(api.deps.hashingMetrics().hashes.password).toBe(before)
  })

  it('from two tabs is done by the first one only', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const first = aPassword()
    expect((await changePassword(browser, person.password, first)).statusCode).toBe(204)
    const late = await changePassword(browser, person.password)
    expect(late.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/currentPassword', code: 'password.not_current' }],
    })
    expect(await signInStatus(api, person.userId, first)).toBe(200)
  })

  it('from several tabs at once is done by one of them', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const wanted = [aPassword(), aPassword(), aPassword()]
    const answers = await Promise.all(
      wanted.map((password, index) =>
        changePassword(browser, person.password, password, index === 0 ? second : api),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 422, 422])
    const winner = wanted[answers.findIndex(({ statusCode }) => statusCode === 204)] ?? ''
    expect(await signInStatus(api, person.userId, winner)).toBe(200)
    expect(await messages(person.id)).toEqual(['password_changed'])
  })
})

describe('changing the secret questions', () => {
  const stored = async (accountId: string) => {
    const { rows } = await api.deps.pool.query<{ questions: string[]; hashes: string[] }>(
      `SELECT (SELECT array_agg(question_id ORDER BY position) FROM secret_question WHERE account_id = $1) AS questions,
              (SELECT array_agg(hash ORDER BY omitted_position) FROM secret_answer_hash WHERE account_id = $1) AS hashes`,
      [accountId],
    )
    return rows[0]
  }
  const newQuestions = () => aPerson().secretQuestions.toReversed()
  const send = (browser: SignedInBrowser, currentPassword: string, secretQuestions: unknown) =>
    browser.send('PUT', '/account/secret-questions', { currentPassword, secretQuestions })

  it('replaces all five, in their order, and tells the owner', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const before = await stored(person.id)
    const chosen = newQuestions()
    expect((await send(browser, person.password, chosen)).statusCode).toBe(204)
    const after = await stored(person.id)
    expect(after?.questions).toEqual(chosen.map(({ questionId }) => questionId))
    expect(after?.hashes).toHaveLength(5)
    expect(after?.hashes.filter((hash) => before?.hashes.includes(hash))).toEqual([])
    expect(await messages(person.id)).toEqual(['secret_questions_changed'])
    expect(await audited(person.id)).toEqual(['account.secret_questions_changed succeeded'])
  })

  it('changes nothing for a wrong password', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const before = await stored(person.id)
    expect((await send(browser, wrong, newQuestions())).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/currentPassword', code: 'password.not_current' }],
    })
    expect(await stored(person.id)).toEqual(before)
  })

  it('holds the answers against the names and the user ID as they are now', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const [first, next, ...rest] = newQuestions()
    const { errors } = (
      await send(browser, person.password, [
        { ...first, answer: person.lastName.toUpperCase() },
        { ...next, answer: person.userId },
        ...rest.slice(1),
      ])
    ).json<{ errors: { pointer: string; code: string }[] }>()
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/secretQuestions secret_question.count',
      '/secretQuestions/0/answer secret_answer.is_name',
      '/secretQuestions/1/answer secret_answer.is_user_id',
    ])
  })

  it('from two tabs at once leaves one whole set', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const answers = await Promise.all(
      [newQuestions(), newQuestions(), newQuestions()].map((set) => send(browser, person.password, set)),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204])
    expect((await stored(person.id))?.hashes).toHaveLength(5)
  })
})
