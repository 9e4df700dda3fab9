import { aPerson, aUserId } from '@connect/prisma/testing/factories/person'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAccountRequest, aPersonWithAccount } from '../../testing/account-request.ts'
import { quickCaptcha } from '../../testing/quick-captcha.ts'
import { newAddress, newKey, post, solveCaptcha } from '../../testing/requests.ts'
import { storedMails } from '../../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let database: pg.Client
beforeAll(async () => {
  api = await startTestApp()
  database = new pg.Client({ connectionString: api.database.ownerUrl })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await api.stop()
})

async function remind(email: string, headers: Record<string, string> = {}) {
  return post(api, '/user-id-reminders', { email, captcha: await quickCaptcha(api, 'remind') }, headers)
}

async function remindersTo(email: string) {
  return (await storedMails(api)).filter(
    ({ to, template }) => to === email && template === 'user_id_reminder',
  )
}

/** How many of the day's reminders to an address are used up. */
async function countedFor(email: string): Promise<number | undefined> {
  const { rows } = await database.query<{ count: number }>(
    `SELECT sum(count)::int AS count FROM rate_counter WHERE "limit" = 'reminded' AND subject = $1`,
    [Buffer.from(api.deps.lookup('email', email))],
  )
  return rows[0]?.count
}

describe('asking for a forgotten user ID', () => {
  it('sends it to the address on file, in the language of the account', async () => {
    const person = await aPersonWithAccount(api)
    expect((await remind(person.email?.toUpperCase() ?? '')).statusCode).toBe(202)
    expect(await remindersTo(person.email ?? '')).toEqual([
      expect.objectContaining({ locale: 'en', values: { userIds: [person.userId] } }),
    ])
  })

  it('sends all user IDs of an address in one e-mail, the newest first', async () => {
    const email = `${aUserId()}@example.org`
    const userIds = [aUserId(), aUserId(), aUserId()]
    for (const userId of userIds)
      await post(
        api,
        '/accounts',
        await anAccountRequest(api, { ...aPerson(), userId, email, locale: 'es' }),
        newKey(),
      )
    await remind(email)
    expect(await remindersTo(email)).toEqual([
      expect.objectContaining({ locale: 'es', values: { userIds: userIds.toReversed() } }),
    ])
  })

  it('answers the same and as late for an address that nobody has, and sends nothing', async () => {
    const person = await aPersonWithAccount(api)
    const mails = (await storedMails(api)).length
    const timed = async (email: string) => {
      const captcha = await solveCaptcha(api, 'remind')
      const started = performance.now()
      const { statusCode, body, headers } = await post(api, '/user-id-reminders', { email, captcha })
      const { date, 'x-request-id': requestId, ratelimit, ...others } = headers
      return {
        took: performance.now() - started,
        told: { statusCode, body, others, has: [typeof date, typeof requestId, typeof ratelimit] },
      }
    }
    const unknown = await timed('nobody-at-all@example.org')
    expect((await storedMails(api)).length).toBe(mails)
    const known = await timed(person.email ?? '')
    expect((await storedMails(api)).length).toBe(mails + 1)
    expect(known.told).toEqual(unknown.told)
    expect(unknown.told).toMatchObject({ statusCode: 202, body: '{}' })
    // Neither is ever answered before the time that both take.
    for (const { took } of [known, unknown]) expect(took).toBeGreaterThan(295)
  })

  it('sends three a day, and says nothing of it', async () => {
    const person = await aPersonWithAccount(api)
    const statuses: number[] = []
    const day = async () =>
      (await database.query<{ day: string }>('SELECT now()::date::text AS day')).rows[0]?.day
    const started = await day()
    for (let count = 0; count < 5; count += 1) statuses.push((await remind(person.email ?? '')).statusCode)
    expect(statuses).toEqual([202, 202, 202, 202, 202])
    if ((await day()) === started) expect(await remindersTo(person.email ?? '')).toHaveLength(3)
  })

  it('is written down for the owner, and as refused where nobody is found', async () => {
    const person = await aPersonWithAccount(api)
    await remind(person.email ?? '')
    const { rows } = await database.query(
      `SELECT outcome FROM audit_event WHERE event = 'recovery.user_id_reminded' AND subject_id = $1`,
      [person.id],
    )
    expect(rows).toEqual([{ outcome: 'succeeded' }])
  })

  it('takes each security check once', async () => {
    const captcha = await solveCaptcha(api, 'remind')
    const email = 'somebody@example.org'
    const send = () => post(api, '/user-id-reminders', { email, captcha })
    const spent = { errors: [{ pointer: '/captcha', code: 'captcha.spent' }] }
    expect((await send()).statusCode).toBe(202)
    expect((await send()).json()).toMatchObject(spent)
    expect(await countedFor(email)).toBe(1)
    const other = 'somebody-else@example.org'
    const once = await solveCaptcha(api, 'remind')
    const atOnce = [1, 2, 3, 4].map(() => post(api, '/user-id-reminders', { email: other, captcha: once }))
    const statuses = (await Promise.all(atOnce)).map(({ statusCode }) => statusCode)
    expect(statuses.toSorted()).toEqual([202, 422, 422, 422])
    expect(await countedFor(other)).toBe(1)
  })

  it.each([
    ['an address that is none', { email: 'ana@' }, '/email', 'email.format'],
    ['no address', { email: undefined }, '/email', 'field.required'],
    ['an operator object', { email: { contains: '@' } }, '/email', 'field.wrong_type'],
    ['no security check', { captcha: undefined }, '/captcha', 'field.required'],
  ])('refuses %s', async (_what, changes, pointer, code) => {
    const captcha = await solveCaptcha(api, 'remind')
    const response = await post(api, '/user-id-reminders', { email: 'ana@example.org', captcha, ...changes })
    expect(response.json<{ errors: unknown[] }>().errors).toContainEqual(
      expect.objectContaining({ pointer, code }),
    )
  })

  it('holds an address of the network to twenty a minute', async () => {
    const from = { 'x-forwarded-for': newAddress() }
    const statuses = new Set<number>()
    for (let count = 0; count < 41; count += 1)
      statuses.add((await post(api, '/user-id-reminders', { email: 'x' }, from)).statusCode)
    expect(statuses).toEqual(new Set([422, 429]))
  })
})
