import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { anAccountRequest, aPersonWithAccount } from '../../testing/account-request.ts'
import { newAddress, newKey, post } from '../../testing/requests.ts'
import type { TestApp } from '../../testing/test-app.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, database, stop } = await startTestBed()
afterAll(stop)

/** As if whoever reserved the key had died half a minute ago. */
const ageLease = `UPDATE idempotency_key SET lease_until = lease_until - interval '31 seconds' WHERE key = $1`

const readLease = `SELECT 1 FROM idempotency_key WHERE key = $1 AND lease_until > now()`

const address = { 'x-forwarded-for': '198.18.200.1' }

async function accountsOf(userId: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM account WHERE user_id_folded = lower($1)',
    [userId],
  )
  return rows[0]?.count ?? 0
}

describe('an idempotency key', () => {
  it('is required where something lasting is created', async () => {
    const response = await post(api, '/accounts', await anAccountRequest(api))
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({
      code: 'request.header_missing',
      params: { header: 'Idempotency-Key' },
    })
  })

  it('gives the same reply byte for byte, on every instance, and does nothing twice', async () => {
    const request = await anAccountRequest(api)
    const headers = { ...newKey(), ...address }
    const first = await post(api, '/accounts', request, headers)
    const replay = await post(second, '/accounts', request, headers)
    expect(first.statusCode).toBe(201)
    expect([replay.statusCode, replay.body]).toEqual([201, first.body])
    expect(await accountsOf(request.userId)).toBe(1)
  })

  it('takes the same content in another order for the same', async () => {
    const request = await anAccountRequest(api)
    const headers = { ...newKey(), ...address }
    const first = await post(api, '/accounts', request, headers)
    const replay = await post(
      api,
      '/accounts',
      Object.fromEntries(Object.entries(request).toReversed()),
      headers,
    )
    expect(replay.body).toBe(first.body)
  })

  it('is refused for another body', async () => {
    const headers = { ...newKey(), ...address }
    await post(api, '/accounts', await anAccountRequest(api), headers)
    const response = await post(api, '/accounts', await anAccountRequest(api), headers)
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ code: 'idempotency.key_reused' })
  })

  it('belongs to the address that used it', async () => {
    const headers = newKey()
    await post(api, '/accounts', await anAccountRequest(api), headers)
    expect((await post(api, '/accounts', await anAccountRequest(api), headers)).statusCode).toBe(201)
  })

  it('is free again after a refusal, before the work and within it', async () => {
    const request = await anAccountRequest(api)
    const { userId } = await aPersonWithAccount(api)
    const headers = { ...newKey(), ...address }
    const refusals = [{ password: 'short' }, { captcha: 'bm90aGluZw==' }, { userId }]
    const statuses: number[] = []
    for (const change of refusals) {
      statuses.push((await post(api, '/accounts', { ...request, ...change }, headers)).statusCode)
    }
    expect(statuses).toEqual([422, 422, 409])
    expect((await post(api, '/accounts', request, headers)).statusCode).toBe(201)
  })

  it('is taken over when whoever held it seems gone, and late work under it commits nothing', async () => {
    const request = await anAccountRequest(api)
    const headers = { ...newKey(), ...address }
    const barrier = new pg.Client({ connectionString: api.database.ownerUrl })
    await barrier.connect()
    // Nobody can write an account until both are at work.
    await barrier.query('BEGIN; LOCK TABLE account IN SHARE MODE')
    const late = post(api, '/accounts', request, headers)
    const isReserved = async () => (await database.query(ageLease, [headers['idempotency-key']])).rowCount
    await expect.poll(isReserved).toBe(1)
    const next = post(second, '/accounts', request, headers)
    const isTakenOver = async () => (await database.query(readLease, [headers['idempotency-key']])).rowCount
    await expect.poll(isTakenOver).toBe(1)
    await barrier.query('COMMIT')
    await barrier.end()
    const answers = await Promise.all([late, next])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 201])
    expect(await accountsOf(request.userId)).toBe(1)
  })

  it('keeps neither body nor reply in clear', async () => {
    const request = await anAccountRequest(api)
    const headers = { ...newKey(), ...address }
    await post(api, '/accounts', request, headers)
    const { rows } = await database.query<{ row: string }>(
      'SELECT k::text AS row FROM idempotency_key k WHERE key = $1',
      [headers['idempotency-key']],
    )
    expect(rows).toHaveLength(1)
    const stored = Buffer.from(rows[0]?.row ?? '').toString()
    for (const value of [request.firstName, request.lastName, request.userId]) {
      expect(stored).not.toContain(value)
      expect(stored).not.toContain(Buffer.from(value).toString('hex'))
    }
  })

  it('makes one account of fifty identical requests at once over two instances', async () => {
    const request = await anAccountRequest(api)
    const headers = { ...newKey(), ...address }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        post(index % 2 === 0 ? api : second, '/accounts', request, headers),
      ),
    )
    const created = answers.filter(({ statusCode }) => statusCode === 201)
    expect(created.length).toBeGreaterThan(0)
    expect(new Set(created.map(({ body }) => body)).size).toBe(1)
    for (const other of answers.filter(({ statusCode }) => statusCode !== 201)) {
      expect(other.json()).toMatchObject({ status: 409, code: 'idempotency.in_progress' })
    }
    expect(await accountsOf(request.userId)).toBe(1)
    expect((await post(second, '/accounts', request, headers)).body).toBe(created[0]?.body)
  })

  it('lets one of fifty requests for one user ID win, over two instances', async () => {
    const first = await anAccountRequest(api)
    const requests = [first]
    while (requests.length < 50) requests.push({ ...(await anAccountRequest(api)), userId: first.userId })
    const statuses = await Promise.all(
      requests.map((request, index) => sendUntilDecided(index % 2 === 0 ? api : second, request)),
    )
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(49)
    expect(await accountsOf(first.userId)).toBe(1)
  }, 240_000)
})

/** Sends the same request with the same key until it is decided, as clients should. */
async function sendUntilDecided(instance: TestApp, request: object): Promise<number> {
  const headers = { ...newKey(), 'x-forwarded-for': newAddress() }
  for (;;) {
    const response = await post(instance, '/accounts', request, headers)
    const isRunning = response.json<{ code?: string }>().code === 'idempotency.in_progress'
    if (response.statusCode !== 503 && !isRunning) return response.statusCode
    const { 'retry-after': retryAfter } = response.headers
    expect(retryAfter).toMatch(/^[1-9]\d*$/)
    await delay(Number(retryAfter) * 1000)
  }
}
