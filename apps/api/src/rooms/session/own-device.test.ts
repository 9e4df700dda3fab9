import { foldUserId } from '@connect/contract/credentials/user-id'
import { ageOwnDevices } from '@connect/prisma/testing/factories/sign-in'
import type { LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { quickCaptcha } from '../../testing/quick-captcha.ts'
import { post } from '../../testing/requests.ts'
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

interface Credentials {
  readonly userId: string
  readonly password: string
}

/** Signs in as a browser with these cookies would. */
const signIn = ({ userId, password }: Credentials, more: object = {}, cookie = '') =>
  post(
    api,
    '/session',
    { userId, password, ...more },
    cookie === '' ? {} : { cookie, 'sec-fetch-site': 'same-origin' },
  )

const checked = async () => ({ captcha: await quickCaptcha(api, 'sign-in') })

function markerOf(response: LightMyRequestResponse): string {
  const found = response.cookies.find(({ name }) => name === '__Host-device')
  if (found === undefined) throw new Error(`no marker came with ${response.body}`)
  return `__Host-device=${found.value}`
}

async function markedBrowserOf(person: Credentials): Promise<string> {
  return markerOf(await signIn(person, { ownDevice: true }))
}

/** A stranger fails until the account is closed to strangers. */
async function lockOut({ userId }: Credentials): Promise<void> {
  for (let time = 0; time < 5; time += 1) await signIn({ userId, password: 'Wrong#Pass7' }, await checked())
}

describe('“This is my own device”', () => {
  it('is off by default', async () => {
    const person = await aPersonWithAccount(api)
    for (const answer of [await signIn(person), await signIn(person, { ownDevice: false })])
      expect(answer.cookies.map(({ name }) => name)).toEqual(['__Host-session'])
  })

  it('leaves a marker for 180 days that no script reads, of which only the hash is stored', async () => {
    const person = await aPersonWithAccount(api)
    const response = await signIn(person, { ownDevice: true })
    const header = [response.headers['set-cookie']].flat().find((line) => line?.startsWith('__Host-device='))
    expect(header).toMatch(
      /^__Host-device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const token = markerOf(response).split('=')[1] ?? ''
    const { rows } = await database.query<{ row: string; days: number }>(
      `SELECT d::text AS row, extract(day FROM expires_at - now())::int AS days FROM own_device d WHERE account_id = $1`,
      [person.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.days).toBe(179)
    for (const bytes of [Buffer.from(token), Buffer.from(token, 'base64url')])
      expect(rows[0]?.row).not.toContain(bytes.toString('hex'))
  })

  it('comes with a right password only', async () => {
    const { userId } = await aPersonWithAccount(api)
    const refused = await signIn({ userId, password: 'Wrong#Pass7' }, { ownDevice: true })
    expect([refused.statusCode, refused.cookies]).toEqual([401, []])
  })

  it('keeps a stranger at the limit from locking the owner out', async () => {
    const person = await aPersonWithAccount(api)
    const marker = await markedBrowserOf(person)
    await lockOut(person)
    expect((await signIn(person, await checked())).statusCode, 'elsewhere').toBe(401)
    const elsewhere = await markedBrowserOf(await aPersonWithAccount(api))
    expect((await signIn(person, await checked(), elsewhere)).statusCode, 'with a marker of another').toBe(
      401,
    )
    expect((await signIn(person, {}, marker)).statusCode, 'on the own device, without a check').toBe(200)
  })

  it('has limits of its own, which are no other device’s', async () => {
    const person = await aPersonWithAccount(api)
    const marker = await markedBrowserOf(person)
    const { userId } = person
    for (let time = 0; time < 3; time += 1)
      expect((await signIn({ userId, password: 'Wrong#Pass7' }, {}, marker)).statusCode).toBe(401)
    expect((await signIn(person, {}, marker)).json()).toMatchObject({ code: 'captcha.required' })
    for (let time = 0; time < 2; time += 1)
      await signIn({ userId, password: 'Wrong#Pass7' }, await checked(), marker)
    expect((await signIn(person, await checked(), marker)).statusCode).toBe(401)
    expect((await signIn(person)).statusCode, 'elsewhere').toBe(200)
  })

  it('survives signing out', async () => {
    const person = await aPersonWithAccount(api)
    const response = await signIn(person, { ownDevice: true })
    const cookie = response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const out = await api.app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    })
    expect(out.headers['clear-site-data']).toBe('"cache"')
    expect([out.headers['set-cookie']].flat().join()).not.toContain('__Host-device')
    await lockOut(person)
    expect((await signIn(person, {}, markerOf(response))).statusCode).toBe(200)
  })

  it('ends after 180 days', async () => {
    const person = await aPersonWithAccount(api)
    const marker = await markedBrowserOf(person)
    await lockOut(person)
    await ageOwnDevices(api.database.ownerUrl, person.id, 179)
    expect((await signIn(person, {}, marker)).statusCode).toBe(200)
    await ageOwnDevices(api.database.ownerUrl, person.id, 1)
    expect((await signIn(person, await checked(), marker)).statusCode).toBe(401)
  })

  it('is one marker for all who sign in with one browser, and taken over from nobody', async () => {
    const [one, other] = [await aPersonWithAccount(api), await aPersonWithAccount(api)]
    const marker = await markedBrowserOf(one)
    expect(markerOf(await signIn(other, { ownDevice: true }, marker))).toBe(marker)
    await lockOut(one)
    await lockOut(other)
    expect((await signIn(one, {}, marker)).statusCode).toBe(200)
    expect((await signIn(other, {}, marker)).statusCode).toBe(200)

    const planted = `__Host-device=${'A'.repeat(43)}`
    const third = await aPersonWithAccount(api)
    expect(markerOf(await signIn(third, { ownDevice: true }, planted))).not.toBe(planted)
  })

  it('opens recovery’s limits with the right password, and no other browser does', async () => {
    const person = await aPersonWithAccount(api)
    const marker = await markedBrowserOf(person)
    const subject = Buffer.from(api.deps.lookup('user-id', foldUserId(person.userId)))
    await database.query(
      `INSERT INTO recovery_counter (subject, recent, since_success, last_at) VALUES ($1, '{}', 10, now())`,
      [subject],
    )
    const counted = async () =>
      (await database.query('SELECT 1 FROM recovery_counter WHERE subject = $1', [subject])).rows.length
    await signIn(person)
    await signIn({ ...person, password: 'Wrong#Pass7' }, {}, marker)
    expect(await counted()).toBe(1)
    await signIn(person, {}, marker)
    expect(await counted()).toBe(0)
  })
})
