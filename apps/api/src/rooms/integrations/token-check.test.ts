import { randomBytes } from 'node:crypto'
import { connectDatabase, type Database } from '@connect/prisma/connect'
import { ageToken } from '@connect/prisma/testing/factories/token'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newApiToken } from '../../kernel/api-token.ts'
import { anIntegrator } from '../../testing/integrator.ts'
import { newAddress } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let database: Database
beforeAll(async () => {
  api = await startTestApp()
  database = connectDatabase({ url: api.database.appUrl })
})
afterAll(async () => {
  await database.close()
  await api.stop()
})

function get(headers: Record<string, string>, url = '/agency/tokens') {
  return api.app.inject({ url: `/api/v1${url}`, headers: { 'x-forwarded-for': newAddress(), ...headers } })
}

describe('an operation of integrators', () => {
  test('answers the same 401 to no token and to any that is not in force', async () => {
    const [expired, revoked] = [
      await anIntegrator(api, ['tokens:manage']),
      await anIntegrator(api, ['tokens:manage']),
    ]
    await ageToken(api.database.ownerUrl, expired.tokenId, { days: 91 })
    await revoked.send('DELETE', `/agency/tokens/${revoked.tokenId}`)
    const damaged = `${expired.token.slice(0, -1)}${expired.token.endsWith('a') ? 'b' : 'a'}`
    const shown = [expired.token, revoked.token, newApiToken(), damaged, randomBytes(32).toString('hex'), '']
    const headers = [{}, ...shown.map((token) => ({ authorization: `Bearer ${token}` }))]
    const others = [`Basic ${expired.token}`, expired.token, `Bearer ${expired.token} x`, 'Bearer'].map(
      (value) => ({ authorization: value }),
    )
    const answers = await Promise.all([...headers, ...others].map((sent) => get(sent)))
    const told = answers.map((answer) => {
      const { instance, ...body } = answer.json<Record<string, unknown>>()
      const { 'x-request-id': id, date, ...sent } = answer.headers
      expect(id).toBe(instance)
      expect(date).toBeDefined()
      return { status: answer.statusCode, body, sent }
    })
    expect(told[0]).toMatchObject({
      status: 401,
      body: { code: 'token.required' },
      sent: { 'www-authenticate': 'Bearer' },
    })
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
  })

  test('takes the name of the scheme in any case', async () => {
    const { token } = await anIntegrator(api, ['tokens:manage'])
    expect((await get({ authorization: `bearer  ${token}` })).statusCode).toBe(200)
  })

  test('names the scope that a token in force lacks', async () => {
    const feed = await anIntegrator(api, ['cases:write', 'events:read'])
    const response = await feed.send('GET', '/agency/tokens')
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({
      code: 'token.scope_missing',
      params: { scope: 'tokens:manage' },
    })
    expect(response.headers['www-authenticate']).toBe(
      'Bearer error="insufficient_scope", scope="tokens:manage"',
    )
  })

  test('takes a token in the header alone, never in the address, and never beside a cookie', async () => {
    const { token } = await anIntegrator(api, ['tokens:manage'])
    const { browser } = await aSignedInPerson(api)
    expect((await get({}, `/agency/tokens?access_token=${token}`)).statusCode).toBe(401)
    const both = await get({ authorization: `Bearer ${token}`, cookie: browser.cookie })
    expect(both.statusCode).toBe(400)
    expect(both.json()).toMatchObject({ code: 'request.two_credentials' })
    expect((await browser.send('GET', '/agency/tokens')).json()).toMatchObject({ code: 'token.required' })
  })

  test('asks for a token although only the headers of its answer are wanted', async () => {
    const { send, token } = await anIntegrator(api, ['tokens:manage'])
    expect((await send('GET', '/agency/tokens')).statusCode).toBe(200)
    const head = async (headers: Record<string, string>) =>
      (await api.app.inject({ method: 'HEAD', url: '/api/v1/agency/tokens', headers })).statusCode
    expect(await head({})).toBe(401)
    expect(await head({ authorization: `Bearer ${token}` })).toBe(200)
  })

  test('does not ask where a browser comes from, since no browser sends a token by itself', async () => {
    const office = await anIntegrator(api, ['tokens:manage'])
    const feed = await anIntegrator(api, ['tokens:manage'], office)
    const response = await office.send('DELETE', `/agency/tokens/${feed.tokenId}`, undefined, {
      'sec-fetch-site': 'cross-site',
    })
    expect(response.statusCode).toBe(204)
  })
})

describe('a token', () => {
  test('means nothing where people sign in', async () => {
    const { token } = await anIntegrator(api, ['tokens:manage'])
    const authorization = `Bearer ${token}`
    expect((await get({ authorization }, '/account')).json()).toMatchObject({ code: 'session.required' })
    expect((await get({ authorization }, '/secret-questions')).statusCode).toBe(200)
  })

  test('has its last use written down, once a minute', async () => {
    const office = await anIntegrator(api, ['tokens:manage'])
    const lastUse = async () =>
      (await database.prisma.apiToken.findUniqueOrThrow({ where: { id: office.tokenId } })).lastUsedAt
    expect(await lastUse()).toBeNull()
    await office.send('GET', '/agency/tokens')
    const first = await vi.waitUntil(lastUse)
    for (let again = 0; again < 5; again += 1) await office.send('GET', '/agency/tokens')
    expect(await lastUse()).toEqual(first)
    await ageToken(api.database.ownerUrl, office.tokenId, { minutes: 2 })
    await office.send('GET', '/agency/tokens')
    await vi.waitUntil(async () => Number(await lastUse()) >= Number(first))
  })

  test('leaves a row in the audit trail when it is refused, and one that never was leaves none', async () => {
    const feed = await anIntegrator(api, ['cases:write'])
    await feed.send('GET', '/agency/tokens')
    await ageToken(api.database.ownerUrl, feed.tokenId, { days: 91 })
    await feed.send('GET', '/agency/tokens')
    await get({ authorization: `Bearer ${newApiToken()}` })
    const rows = await database.prisma.auditEvent.findMany({
      where: { event: 'token.refused', actorId: feed.tokenId },
      orderBy: { id: 'asc' },
      select: { outcome: true, subjectId: true, details: true },
    })
    const refused = { outcome: 'refused', subjectId: feed.integratorId }
    expect(rows).toEqual([
      { ...refused, details: { reason: 'scope_missing', scope: 'tokens:manage' } },
      { ...refused, details: { reason: 'expired' } },
    ])
  })

  test('that opens nothing is shown 60 times a minute from one address, and one in force goes on', async () => {
    const minute = async () =>
      (await database.pool.query<{ at: string }>(`SELECT date_trunc('minute', now())::text AS at`)).rows[0]
        ?.at
    const show = async (times: number): Promise<number[]> => {
      const from = { 'x-forwarded-for': newAddress() }
      const started = await minute()
      const wrong = () => get({ ...from, authorization: `Bearer ${newApiToken()}` })
      const answers = await Promise.all(Array.from({ length: times }, wrong))
      const office = await anIntegrator(api, ['tokens:manage'])
      const right = await office.send('GET', '/agency/tokens', undefined, from)
      // The window is the minute of the database's clock: what comes over its edge begins a new count.
      if ((await minute()) !== started) return show(times)
      return [...answers.map(({ statusCode }) => statusCode).toSorted(), right.statusCode]
    }
    expect(await show(63)).toEqual([...Array<number>(60).fill(401), ...Array<number>(3).fill(429), 200])
  })

  test('is stored as nothing but its SHA-256', async () => {
    const { token, tokenId } = await anIntegrator(api, ['tokens:manage'])
    const { rows } = await database.pool.query<{ row: string }>(
      'SELECT api_token::text AS row FROM api_token WHERE id = $1',
      [tokenId],
    )
    expect(rows[0]?.row).toContain(tokenId)
    expect(rows[0]?.row).not.toContain(token.slice(3, 20))
  })
})
