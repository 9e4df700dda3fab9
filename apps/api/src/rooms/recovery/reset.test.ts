import type { CreateAccountRequest } from '@connect/contract/rooms/account'
import { aPassword, aUserId } from '@connect/prisma/testing/factories/person'
import { ageRecovery, ageRecoveryAnswers } from '@connect/prisma/testing/factories/recovery'
import { afterAll, describe, expect, it } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { answersTo, begun, setPassword, submit, tokenFor, type Begun } from '../../testing/recovery.ts'
import { newAddress, post } from '../../testing/requests.ts'
import { storedMails } from '../../testing/stored-mail.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, database, stop } = await startTestBed()
afterAll(stop)

type Somebody = CreateAccountRequest & { readonly id: string }

/** Somebody who has answered and holds a token. */
async function somebodyAnswered(): Promise<{ person: Somebody; recovery: Begun; resetToken: string }> {
  const person = await aPersonWithAccount(api)
  const recovery = await begun(api, person.userId)
  return { person, recovery, resetToken: await tokenFor(api, recovery, person) }
}

const signIn = (userId: string, password: string) => post(api, '/session', { userId, password })

async function countOf(table: string, accountId: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE account_id = $1`,
    [accountId],
  )
  return rows[0]?.count ?? 0
}

describe('setting the new password', () => {
  it('lets its owner sign in with it, and nobody with the old one', async () => {
    const { person, recovery, resetToken } = await somebodyAnswered()
    const password = aPassword()
    const response = await setPassword(api, recovery, { resetToken, password })
    expect([response.statusCode, response.body]).toEqual([204, ''])
    expect([response.headers['set-cookie']].flat()).toEqual([
      expect.stringMatching(/^__Host-recovery=; .*Expires=Thu, 01 Jan 1970/),
    ])
    expect((await signIn(person.userId, person.password)).statusCode).toBe(401)
    expect((await signIn(person.userId, password)).statusCode).toBe(200)
  })

  it('ends every session within a second, on every instance', async () => {
    const { person, recovery, resetToken } = await somebodyAnswered()
    const cookies = [
      await signIn(person.userId, person.password),
      await signIn(person.userId, person.password),
    ].map(({ cookies: [cookie] }) => `__Host-session=${cookie?.value ?? ''}`)
    const look = (cookie: string) => second.app.inject({ url: '/api/v1/session', headers: { cookie } })
    expect((await Promise.all(cookies.map(look))).map(({ statusCode }) => statusCode)).toEqual([200, 200])
    await setPassword(api, recovery, { resetToken, password: aPassword() })
    expect((await Promise.all(cookies.map(look))).map(({ statusCode }) => statusCode)).toEqual([401, 401])
  })

  it('ends all that is pending: other recoveries, own devices, an address to be confirmed, counts', async () => {
    const { person, recovery, resetToken } = await somebodyAnswered()
    const other = await begun(api, person.userId)
    const otherToken = await tokenFor(api, other, person)
    await database.query(
      `INSERT INTO own_device (id, account_id, token_hash, expires_at) VALUES (gen_random_uuid(), $1, '\\x01', now() + interval '1 day')`,
      [person.id],
    )
    await database.query(
      `INSERT INTO email_confirmation (account_id, token_hash, data_key, data_key_version, email, email_lookup, expires_at)
       VALUES ($1, '\\x02', '\\x00', 1, '\\x00', '\\x00', now() + interval '1 day') ON CONFLICT DO NOTHING`,
      [person.id],
    )
    for (let count = 0; count < 3; count += 1) await submit(api, other, answersTo(other, person, 5))

    expect((await setPassword(api, recovery, { resetToken, password: aPassword() })).statusCode).toBe(204)

    const late = await setPassword(api, other, { resetToken: otherToken, password: aPassword() })
    expect(late.json()).toMatchObject({ status: 401, code: 'recovery.token_rejected' })
    for (const table of ['recovery', 'own_device', 'email_confirmation'])
      expect([table, await countOf(table, person.id)]).toEqual([table, 0])
    // Five of the day were used; all five are there again.
    const again = await begun(api, person.userId)
    for (let count = 0; count < 4; count += 1) await submit(api, again, answersTo(again, person, 5))
    expect((await submit(api, again, answersTo(again, person))).statusCode).toBe(200)
  })

  it('closes case data, tells the owner in the account and by e-mail, and is written down', async () => {
    const { person, recovery, resetToken } = await somebodyAnswered()
    await setPassword(api, recovery, { resetToken, password: aPassword() })
    const { rows: held } = await database.query('SELECT case_held_since FROM account WHERE id = $1', [
      person.id,
    ])
    expect(held).toEqual([{ case_held_since: expect.any(Date) as Date }])
    const { rows: messages } = await database.query('SELECT kind FROM message WHERE account_id = $1', [
      person.id,
    ])
    expect(messages).toEqual([{ kind: 'password_recovered' }])
    const mails = (await storedMails(api)).filter(({ to }) => to === person.email)
    expect(mails).toContainEqual(expect.objectContaining({ template: 'password_recovered', locale: 'en' }))
    const { rows: events } = await database.query<{ event: string }>(
      `SELECT event, outcome, details ? 'device' AS device FROM audit_event
        WHERE subject_id = $1 AND event LIKE 'recovery.%' ORDER BY occurred_at`,
      [person.id],
    )
    expect(events).toEqual(
      ['recovery.started', 'recovery.answered', 'recovery.completed'].map((event) => ({
        event,
        outcome: 'succeeded',
        device: true,
      })),
    )
  })

  it('happens once, although it is sent twice at once', async () => {
    const { person, recovery, resetToken } = await somebodyAnswered()
    const passwords = Array.from({ length: 6 }, aPassword)
    const answers = await Promise.all(
      passwords.map((password, index) =>
        setPassword(index % 2 === 0 ? api : second, recovery, { resetToken, password }),
      ),
    )
    const statuses = answers.map(({ statusCode }) => statusCode)
    expect(statuses.toSorted()).toEqual([204, 401, 401, 401, 401, 401])
    expect((await signIn(person.userId, passwords[statuses.indexOf(204)] ?? '')).statusCode).toBe(200)
    expect(await countOf('message', person.id)).toBe(1)
  })

  it('happens in one of two recoveries that end at once', async () => {
    const { person, recovery, resetToken } = await somebodyAnswered()
    const other = await begun(second, person.userId)
    const otherToken = await tokenFor(second, other, person)
    const answers = await Promise.all([
      setPassword(api, recovery, { resetToken, password: aPassword() }),
      setPassword(second, other, { resetToken: otherToken, password: aPassword() }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 401])
  })
})

describe('a token', () => {
  const rejected = { status: 401, code: 'recovery.token_rejected' }

  it('is good once', async () => {
    const { recovery, resetToken } = await somebodyAnswered()
    expect((await setPassword(api, recovery, { resetToken, password: aPassword() })).statusCode).toBe(204)
    expect((await setPassword(api, recovery, { resetToken, password: aPassword() })).json()).toMatchObject(
      rejected,
    )
  })

  it('is good for fifteen minutes by the database’s clock, also in a recovery that began long before', async () => {
    const { person, recovery } = await somebodyAnswered()
    await ageRecovery(api.database.ownerUrl, recovery.id, { minutes: 29 })
    const resetToken = await tokenFor(api, recovery, person)
    await ageRecovery(api.database.ownerUrl, recovery.id, { minutes: 14 })
    await api.deps.sweeper.sweepNow()
    const broken = await setPassword(api, recovery, { resetToken, password: person.password })
    expect(broken.statusCode).toBe(422)
    await ageRecovery(api.database.ownerUrl, recovery.id, { minutes: 2 })
    const late = await setPassword(api, recovery, { resetToken, password: aPassword() })
    expect(late.json()).toMatchObject(rejected)
  })

  it('is good in the browser that began, for the recovery that gave it, and nowhere else', async () => {
    const [mine, others] = [await somebodyAnswered(), await somebodyAnswered()]
    const password = aPassword()
    const tries = [
      setPassword(
        api,
        { ...mine.recovery, cookie: others.recovery.cookie },
        { resetToken: mine.resetToken, password },
      ),
      setPassword(api, { ...mine.recovery, cookie: 'a=b' }, { resetToken: mine.resetToken, password }),
      setPassword(api, mine.recovery, { resetToken: others.resetToken, password }),
      setPassword(
        api,
        { ...mine.recovery, id: others.recovery.id },
        { resetToken: mine.resetToken, password },
      ),
      setPassword(api, others.recovery, { resetToken: mine.resetToken, password }),
      setPassword(api, mine.recovery, { resetToken: 'x', password }),
    ]
    for (const answer of await Promise.all(tries)) expect(answer.json()).toMatchObject(rejected)
    expect(
      (await setPassword(api, mine.recovery, { resetToken: mine.resetToken, password })).statusCode,
    ).toBe(204)
  })

  it('is replaced when the answers are given again, as after a lost reply', async () => {
    const { person, recovery, resetToken } = await somebodyAnswered()
    const next = await tokenFor(api, recovery, person)
    expect((await setPassword(api, recovery, { resetToken, password: aPassword() })).json()).toMatchObject(
      rejected,
    )
    expect((await setPassword(api, recovery, { resetToken: next, password: aPassword() })).statusCode).toBe(
      204,
    )
  })

  it('is stored as its hash alone, and so is the cookie of the browser', async () => {
    const { recovery, resetToken } = await somebodyAnswered()
    const { rows } = await database.query<{ row: string }>(
      'SELECT r::text AS row FROM recovery r WHERE id = $1',
      [recovery.id],
    )
    for (const secret of [resetToken, recovery.cookie.split('=')[1] ?? '']) {
      expect(rows[0]?.row).not.toContain(Buffer.from(secret).toString('hex'))
      expect(rows[0]?.row).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
    }
  })

  it('costs no hashing when it is none', async () => {
    const { recovery } = await somebodyAnswered()
    const before = api.deps.hashingMetrics().hashes.password
    await setPassword(api, recovery, { resetToken: 'x'.repeat(43), password: aPassword() })
    expect(api.deps.hashingMetrics().hashes.password).toBe(before)
  })
})

describe('a password that may not be set', () => {
  const cases: readonly [string, (person: Somebody) => string, string][] = [
    ['the current one', ({ password }) => password, 'password.same_as_current'],
    [
      'one with the user ID inside',
      ({ userId }) => `A!${userId.toUpperCase()}b`,
      'password.contains_user_id',
    ],
    ['one of 8 characters', () => 'Qv7#mpLz', 'password.too_short'],
    ['one of 16 characters', () => 'Qv7#mpLzQv7#mpLz', 'password.too_long'],
    ['one without a digit', () => 'Qvx#mpLzw', 'password.needs_digit'],
    ['a well-known one in disguise', () => 'P@ssw0rd!1', 'password.well_known'],
    ['none', () => '', 'password.required'],
  ]

  it.each(cases)('is told with its rule: %s; and the token stays good', async (_what, choose, code) => {
    const { person, recovery, resetToken } = await somebodyAnswered()
    const response = await setPassword(api, recovery, { resetToken, password: choose(person) })
    expect(response.statusCode).toBe(422)
    expect(response.json<{ errors: unknown[] }>().errors).toContainEqual(
      expect.objectContaining({ pointer: '/password', code }),
    )
    expect((await setPassword(api, recovery, { resetToken, password: aPassword() })).statusCode).toBe(204)
  })
})

describe('what is left of recoveries', () => {
  it('is swept when it is over', async () => {
    const recovery = await begun(api, aUserId())
    const rows = async () =>
      (await database.query('SELECT 1 FROM recovery WHERE id = $1', [recovery.id])).rowCount
    await ageRecovery(api.database.ownerUrl, recovery.id, { minutes: 29 })
    await api.deps.sweeper.sweepNow()
    expect(await rows()).toBe(1)
    await ageRecovery(api.database.ownerUrl, recovery.id, { minutes: 2 })
    await api.deps.sweeper.sweepNow()
    expect(await rows()).toBe(0)
  })

  it('counts on after a year where all tries were used, and nowhere else', async () => {
    const [few, all] = await Promise.all([begun(api, aUserId()), begun(api, aUserId())])
    await submit(api, few, answersTo(few, null))
    for (let count = 0; count < 10; count += 1) {
      if (count === 5) await ageRecoveryAnswers(api.database.ownerUrl, 25)
      await submit(api, all, answersTo(all, null))
    }
    const rows = async () => (await database.query('SELECT 1 FROM recovery_counter')).rowCount ?? 0
    const before = await rows()
    await ageRecoveryAnswers(api.database.ownerUrl, 366 * 24)
    await api.deps.sweeper.sweepNow()
    expect(before).toBeGreaterThan(1)
    expect(await rows()).toBe(1)
    expect((await submit(api, all, answersTo(all, null))).statusCode).toBe(429)
  })

  it('holds a browser of another site off', async () => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/v1/recoveries',
      headers: { 'x-forwarded-for': newAddress(), 'sec-fetch-site': 'cross-site' },
      payload: { userId: 'blueheron42', captcha: 'x' },
    })
    expect(response.json()).toMatchObject({ code: 'request.cross_site' })
  })
})
