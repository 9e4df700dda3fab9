import { randomBytes } from 'node:crypto'
import { aUserId } from '@connect/prisma/testing/factories/person'
import { ageSession } from '@connect/prisma/testing/factories/session'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { newAddress, post } from '../../testing/requests.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, database, stop } = await startTestBed()
afterAll(stop)
const person = await aPersonWithAccount(api)

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

async function signIn(changes: object = {}, headers: Record<string, string> = {}) {
  return post(api, '/session', { userId: person.userId, password: person.password, ...changes }, headers)
}

function cookieOf(response: LightMyRequestResponse): string {
  const cookie = response.cookies.find(({ name }) => name === '__Host-session')
  return `__Host-session=${cookie?.value ?? ''}`
}

let networks = 0

/** The first half of the addresses of an IPv6 network that nobody else comes from. */
function aNetwork(): string {
  networks += 1
  return `2001:db8:0:${networks.toString(16)}`
}

async function minute(): Promise<string | undefined> {
  const { rows } = await database.query<{ minute: string }>(
    `SELECT date_trunc('minute', now())::text AS minute`,
  )
  return rows[0]?.minute
}

async function whoAmI(cookie: string, instance = api) {
  return instance.app.inject({ url: '/api/v1/session', headers: { cookie } })
}

describe('signing in', () => {
  it('tells who is signed in and sets a cookie that lives in the memory of the browser', async () => {
    const response = await signIn()
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({
      account: { id: person.id, userId: person.userId, firstName: person.firstName, locale: 'en' },
    })
    const [header] = [response.headers['set-cookie']].flat()
    expect(header).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  })

  it('ignores the case of the user ID', async () => {
    expect((await signIn({ userId: person.userId.toUpperCase() })).statusCode).toBe(200)
  })

  it('stores only the hash of the token', async () => {
    const token = cookieOf(await signIn()).split('=')[1] ?? ''
    const { rows } = await database.query<{ row: string }>(
      'SELECT s::text AS row FROM session s WHERE account_id = $1',
      [person.id],
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from(token).toString('hex'))
    expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  it('answers an unknown user ID and a wrong password alike', async () => {
    const answers = [await signIn({ password: 'Wrong#Pass7' }), await signIn({ userId: 'nobody12345' })]
    const [wrong, unknown] = answers.map((answer) => {
      const { instance, ...body } = answer.json<{ instance: string }>()
      const { date, 'x-request-id': requestId, ...headers } = answer.headers
      expect([instance, date]).toEqual([requestId, expect.any(String)])
      return { status: answer.statusCode, body, headers }
    })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'session.invalid_credentials' } })
    expect(unknown).toEqual(wrong)
  })

  it('hashes as much for an unknown user ID as for a wrong password', async () => {
    const hashes = async (changes: object) => {
      const before = api.deps.hashingMetrics().hashes.password
      await signIn(changes)
      return api.deps.hashingMetrics().hashes.password - before
    }
    expect(await hashes({ userId: 'nobody54321' })).toBe(1)
    expect(await hashes({ password: 'Wrong#Pass7' })).toBe(1)
  })

  it('makes a new session and ends the one before', async () => {
    const first = cookieOf(await signIn())
    const next = cookieOf(await signIn({}, { cookie: first, ...sameOrigin }))
    expect(next).not.toBe(first)
    expect((await whoAmI(first)).statusCode).toBe(401)
    expect((await whoAmI(next)).statusCode).toBe(200)
  })

  it.each([
    ['an IPv4 address', () => newAddress(), (address: string) => address],
    ['an IPv6 /64', aNetwork, (network: string, attempt: number) => `${network}:${attempt.toString(16)}::1`],
  ])(
    'stops %s after exactly twenty failures in a minute and says for how long',
    async (_what, from, nth) => {
      // Each with another user ID: what is counted by user ID is tried elsewhere.
      const guess = async (headers: Record<string, string>) => signIn({ userId: aUserId() }, headers)
      const outcome = async (): Promise<LightMyRequestResponse[]> => {
        const mine = from()
        const started = await minute()
        const answers: LightMyRequestResponse[] = []
        for (let attempt = 0; attempt < 21; attempt += 1)
          answers.push(await guess({ 'x-forwarded-for': nth(mine, attempt) }))
        // The window is the minute of the database's clock: an attempt over its edge begins a new count.
        return (await minute()) === started ? answers : outcome()
      }
      const answers = await outcome()
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array<number>(20).fill(401), 429])
      expect(answers[20]?.headers['retry-after']).toMatch(/^[1-9]\d*$/)
    },
    240_000,
  )

  it.each([
    ['an operator object', { userId: { startsWith: '' } }, '/userId'],
    ['a number', { password: 1 }, '/password'],
    ['an unknown field', { remember: true }, '/remember'],
  ])('refuses %s', async (_what, changes, pointer) => {
    const response = await signIn(changes)
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ errors: [{ pointer }] })
  })
})

describe('a session', () => {
  it('is seen by another instance, and its end as well', async () => {
    const cookie = cookieOf(await signIn())
    expect((await whoAmI(cookie, second)).statusCode).toBe(200)
    await api.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie, ...sameOrigin } })
    expect((await whoAmI(cookie, second)).statusCode).toBe(401)
  })

  it('is expired by name at sign-out, and the cache with it', async () => {
    const cookie = cookieOf(await signIn())
    const response = await api.app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { cookie, ...sameOrigin },
    })
    expect(response.statusCode).toBe(204)
    expect(response.headers['clear-site-data']).toBe('"cache"')
    expect([response.headers['set-cookie']].flat()[0]).toMatch(/^__Host-session=; .*Expires=Thu, 01 Jan 1970/)
  })

  it('is not asked for at sign-out', async () => {
    expect((await api.app.inject({ method: 'DELETE', url: '/api/v1/session' })).statusCode).toBe(204)
  })

  it('ends after fifteen idle minutes, by the database’s clock', async () => {
    const cookie = cookieOf(await signIn())
    await ageSession(api.database.ownerUrl, person.id, { idleMinutes: 14, absoluteHours: 14 / 60 })
    expect((await whoAmI(cookie)).statusCode).toBe(200)
    await ageSession(api.database.ownerUrl, person.id, { idleMinutes: 2, absoluteHours: 2 / 60 })
    expect((await whoAmI(cookie)).statusCode).toBe(401)
  })

  it('lives on when its owner stays, but never longer than eight hours', async () => {
    const cookie = cookieOf(await signIn())
    const extend = () =>
      api.app.inject({ method: 'POST', url: '/api/v1/session/extension', headers: { cookie, ...sameOrigin } })
    for (let quarters = 0; quarters < 34; quarters += 1) {
      expect((await extend()).statusCode).toBe(200)
      await ageSession(api.database.ownerUrl, person.id, { idleMinutes: 14, absoluteHours: 14 / 60 })
    }
    expect((await extend()).statusCode).toBe(200)
    await ageSession(api.database.ownerUrl, person.id, { idleMinutes: 6, absoluteHours: 6 / 60 })
    expect((await extend()).statusCode).toBe(401)
  })

  it('is none for a token that nobody was given', async () => {
    expect((await whoAmI(`__Host-session=${randomBytes(32).toString('base64url')}`)).statusCode).toBe(401)
  })
})

describe('a request of another site', () => {
  it.each([
    ['the browser says so', { 'sec-fetch-site': 'cross-site' }],
    ['it comes from a sibling', { 'sec-fetch-site': 'same-site' }],
    ['its origin is another', { origin: 'https://elsewhere.example' }],
    ['it says nothing of itself', {}],
  ])('is refused with the cookie when %s', async (_what, headers) => {
    const cookie = cookieOf(await signIn())
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/v1/session/extension',
      headers: { cookie, ...headers },
    })
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ code: 'request.cross_site' })
    expect((await whoAmI(cookie)).statusCode).toBe(200)
  })

  it('may carry our own origin where the browser tells nothing else', async () => {
    const cookie = cookieOf(await signIn())
    const headers = { cookie, origin: api.deps.publicUrl() }
    expect(
      (await api.app.inject({ method: 'POST', url: '/api/v1/session/extension', headers })).statusCode,
    ).toBe(200)
  })

  it('may not carry two credentials', async () => {
    const response = await api.app.inject({
      url: '/api/v1/session',
      headers: { cookie: cookieOf(await signIn()), authorization: 'Bearer ct_x' },
    })
    expect(response.json()).toMatchObject({ status: 400, code: 'request.two_credentials' })
  })
})
