import { afterAll, beforeAll, expect, it } from 'vitest'
import { newAddress, post } from '../testing/requests.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(async () => {
  await api.stop()
})

/** What was logged while this ran. The test app reads each line as JSON, so that a line that is none fails here. */
async function linesOf(work: () => Promise<unknown>) {
  const before = api.lines.length
  await work()
  return api.lines.slice(before)
}

it('tells of each answer when, which operation, how it ended, and under which id to ask for it', async () => {
  let id: unknown
  const lines = await linesOf(async () => {
    id = (await api.app.inject('/api/v1/session')).headers['x-request-id']
  })
  expect(lines).toEqual([
    expect.objectContaining({
      level: 'info',
      time: expect.any(Number) as number,
      reqId: id,
      operation: 'getSession',
      method: 'GET',
      status: 401,
      ms: expect.any(Number) as number,
    }),
  ])
})

it('writes one line for each answer, whatever is sent, and nothing of it', async () => {
  const forged = 'x\r\n{"level":"info","operation":"forged"}'
  const lines = await linesOf(async () => {
    await post(api, '/user-id-checks', { userId: forged })
    await api.app.inject(`/api/v1/${encodeURIComponent(forged)}?forged=${encodeURIComponent(forged)}`)
    await api.app.inject({ url: '/livez', headers: { 'user-agent': 'forged', 'x-request-id': 'forged' } })
  })
  expect(lines).toHaveLength(3)
  expect(JSON.stringify(lines)).not.toContain('forged')
})

it('tells of a refusal: another site, a limit, a session that is none', async () => {
  const address = { 'x-forwarded-for': newAddress() }
  const cookie = { cookie: '__Host-session=none', 'sec-fetch-site': 'cross-site' }
  const lines = await linesOf(async () => {
    await api.app.inject({ method: 'POST', url: '/api/v1/session/extension', headers: cookie })
    await api.app.inject({ url: '/api/v1/account', headers: { cookie: cookie.cookie } })
    // Two windows' worth and one more: they cannot all fall into windows that allow them.
    for (let count = 0; count < 121; count += 1)
      await post(api, '/user-id-checks', { userId: 'heron42' }, address)
  })
  const told = new Set(lines.map(({ operation, status }) => `${String(operation)} ${String(status)}`))
  for (const refusal of ['extendSession 403', 'getAccount 401', 'checkUserId 429'])
    expect(told).toContain(refusal)
})

it('tells of a fault that nobody foresaw, which the answer does not', async () => {
  const broken = await startTestApp({ beside: api })
  await broken.deps.pool.end()
  const response = await broken.app.inject('/api/v1/offices')
  const line = broken.lines.find(({ level }) => level === 'error')
  expect(line).toMatchObject({
    reqId: response.headers['x-request-id'],
    err: { type: expect.any(String) as string },
  })
  expect(response.statusCode).toBeGreaterThanOrEqual(500)
  expect(response.body).not.toMatch(/stack|node_modules|\.ts|pool/i)
  await broken.app.close()
})
