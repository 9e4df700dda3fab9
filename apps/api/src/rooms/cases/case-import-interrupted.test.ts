import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { ImportLineResult } from '@connect/contract/rooms/case-feed'
import { endImportLeases, whileNoCaseIsStored } from '@connect/prisma/testing/factories/case-import'
import { aFedCase, aReference } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importOver } from '../../testing/import-request.ts'
import { anIntegrator } from '../../testing/integrator.ts'
import { startServer } from '../../testing/server-process.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let origin: string
let token: string
let integratorId: string
beforeAll(async () => {
  api = await startTestApp()
  ;({ token, integratorId } = await anIntegrator(api, ['cases:write']))
  origin = await api.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => api.stop())

const asOf = '2024-01-01T00:00:00Z'
const linesOf = (refs: readonly string[]) =>
  refs.map((caseRef) => JSON.stringify({ caseRef, ...aFedCase({ asOf }) }))
const someRefs = (count: number) => Array.from({ length: count }, () => aReference('C'))

/** How many cases the audit trail says were made, and how many there are. */
async function made(key: string): Promise<{ audited: number; stored: number; lines: number }> {
  const { rows } = await api.deps.pool.query<{ audited: number; stored: number; lines: number }>(
    `SELECT (SELECT coalesce(sum((details->>'created')::int), 0)::int FROM audit_event WHERE subject_id = i.id) AS audited,
            (SELECT count(*)::int FROM benefit_case WHERE import_id = i.id) AS stored, i.lines_done AS lines
     FROM case_import i WHERE key = $1`,
    [key],
  )
  return rows[0] ?? { audited: 0, stored: 0, lines: 0 }
}

async function isHeld(key: string): Promise<boolean> {
  const { rows } = await api.deps.pool.query<{ held: boolean }>(
    'SELECT lease_until > now() AS held FROM case_import WHERE key = $1',
    [key],
  )
  return rows[0]?.held === true
}

const toEach = (refs: readonly string[]): ImportLineResult[] =>
  refs.map((caseRef, index) => ({ line: index + 1, caseRef, outcome: 'created' }))

describe('an import over the wire', () => {
  test('is answered as it comes, for those who wait for each answer', async () => {
    const refs = someRefs(3)
    const request = importOver(origin, { token, key: randomUUID() })
    for (const line of linesOf(refs)) {
      await request.send([line])
      expect(await request.next()).toMatchObject({ outcome: 'created' })
    }
    request.end()
    expect(await request.next()).toBeNull()
  })

  test('is answered in full to those who look only when all is sent, however much that is', async () => {
    const request = importOver(origin, { token, key: randomUUID() })
    const count = 40_000
    // Each result is many times as long as its line: far more than what lies in buffers on the way.
    for (let sent = 0; sent < count; sent += 1_000) await request.send(Array<string>(1_000).fill('{}'))
    request.end()
    const results = await request.rest()
    expect(results).toHaveLength(count)
    expect(results.every(({ line }, index) => line === index + 1)).toBe(true)
  })

  test('runs once at a time under a key: another one is told when to come back', async () => {
    const key = randomUUID()
    const [first = '', second = ''] = linesOf(someRefs(2))
    const running = importOver(origin, { token, key })
    await running.send([first])
    await running.next()
    const other = importOver(origin, { token, key })
    other.end()
    const { statusCode, headers } = await other.response
    expect(statusCode).toBe(409)
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30)
    await running.send([second])
    running.end()
    expect(await running.rest()).toMatchObject([{ line: 2, outcome: 'created' }])
  })

  test('is one of four in a process: others come back later, with nothing taken from them', async () => {
    const four = [1, 2, 3, 4].map(() => importOver(origin, { token, key: randomUUID() }))
    for (const one of four) {
      await one.send(linesOf(someRefs(1)))
      await one.next()
    }
    const key = randomUUID()
    const early = importOver(origin, { token, key })
    early.end()
    const refused = await early.response
    expect(refused.statusCode).toBe(503)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    for (const one of four) {
      one.end()
      expect(await one.rest()).toEqual([])
    }
    // Refused ones leave their places, too.
    for (let round = 0; round < 5; round += 1) {
      const refs = someRefs(1)
      const later = importOver(origin, { token, key: round === 0 ? key : randomUUID() })
      await later.send(linesOf(refs))
      later.end()
      expect(await later.rest()).toEqual(toEach(refs))
      const other = importOver(origin, { token, key })
      other.end()
      expect((await other.response).statusCode).toBe(422)
    }
  })

  test('that breaks off is taken up at once, and what was cut off is no line', async () => {
    const key = randomUUID()
    const refs = someRefs(600)
    const lines = linesOf(refs)
    const arrival = once(api.app.server, 'request')
    const broken = importOver(origin, { token, key })
    const [{ socket }] = (await arrival) as [IncomingMessage]
    const closed = once(socket, 'close')
    await broken.send(lines.slice(0, 100))
    await broken.next()
    await whileNoCaseIsStored(api.database.ownerUrl, async (someoneWaits) => {
      await broken.send(lines.slice(100, 500))
      await expect.poll(someoneWaits, { timeout: 10_000 }).toBe(true)
      await broken.breakOff(lines[500]?.slice(0, 100) ?? '')
      await closed
      // Whoever is storing still has it.
      for (let look = 0; look < 20; look += 1) expect(await isHeld(key)).toBe(true)
    })
    await expect.poll(() => isHeld(key), { timeout: 10_000 }).toBe(false)
    const { audited, stored, lines: done } = await made(key)
    expect([audited, stored]).toEqual([done, done])

    const again = importOver(origin, { token, key })
    await again.send(lines)
    again.end()
    expect((await again.response).statusCode).toBe(200)
    expect(await again.rest()).toEqual(toEach(refs))
    expect(await made(key)).toEqual({ audited: 600, stored: 600, lines: 600 })
  })
})

describe('a process that ends in the middle of an import', () => {
  test('at once, by force: nothing is lost, and nothing is double', async () => {
    const { server, origin: doomed } = await startServer(api)
    const key = randomUUID()
    const refs = someRefs(3_000)
    const lines = linesOf(refs)
    const broken = importOver(doomed, { token, key })
    await broken.send(lines.slice(0, 2_000))
    await broken.next()
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
    const before = await made(key)
    expect(before.lines).toBeGreaterThan(0)
    expect(before).toEqual({ audited: before.lines, stored: before.lines, lines: before.lines })

    // Whoever was killed still holds the import, for as long as its lease is.
    const early = importOver(origin, { token, key })
    early.end()
    expect((await early.response).statusCode).toBe(409)
    await endImportLeases(api.database.ownerUrl)

    const again = importOver(origin, { token, key })
    await again.send(lines)
    again.end()
    expect(await again.rest()).toEqual(toEach(refs))
    expect(await made(key)).toEqual({ audited: 3_000, stored: 3_000, lines: 3_000 })
  })

  test('because it is told to: it ends between two batches, and another one goes on at once', async () => {
    const { server, origin: doomed } = await startServer(api)
    const key = randomUUID()
    const refs = someRefs(1_000)
    const lines = linesOf(refs)
    const broken = importOver(doomed, { token, key })
    await broken.send(lines.slice(0, 900))
    await broken.next()
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await expect(broken.rest()).rejects.toThrow()
    expect(await ended).toEqual([0, null])

    const again = importOver(origin, { token, key })
    await again.send(lines)
    again.end()
    expect((await again.response).statusCode).toBe(200)
    expect(await again.rest()).toEqual(toEach(refs))
    expect(await made(key)).toEqual({ audited: 1_000, stored: 1_000, lines: 1_000 })
  })

  test('because it is told to, while it waits for lines that are done already', async () => {
    const key = randomUUID()
    const lines = linesOf(someRefs(3))
    const whole = importOver(origin, { token, key })
    await whole.send(lines)
    whole.end()
    await whole.rest()

    const { server, origin: doomed } = await startServer(api)
    const again = importOver(doomed, { token, key })
    await again.send(lines.slice(0, 1))
    await expect.poll(() => isHeld(key), { timeout: 10_000 }).toBe(true)
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    const response = await again.response
    expect(response.statusCode).toBe(503)
    expect(response.headers['retry-after']).toBe('5')
    response.resume()
    expect(await ended).toEqual([0, null])
    expect(await isHeld(key)).toBe(false)
  })
})

test('cases of an import are the integrator’s who sent it, under a reference of another’s too', async () => {
  const other = await anIntegrator(api, ['cases:write'])
  const caseRef = aReference('C')
  for (const sender of [other.token, token]) {
    const request = importOver(origin, { token: sender, key: randomUUID() })
    await request.send(linesOf([caseRef]))
    request.end()
    expect(await request.rest()).toEqual(toEach([caseRef]))
  }
  const { rows } = await api.deps.pool.query<{ integratorId: string; sent: boolean }>(
    `SELECT c.integrator_id AS "integratorId", i.integrator_id = c.integrator_id AS sent
     FROM benefit_case c JOIN case_import i ON i.id = c.import_id WHERE c.case_ref = $1`,
    [caseRef],
  )
  expect(rows).toHaveLength(2)
  expect(rows).toEqual(
    expect.arrayContaining([
      { integratorId, sent: true },
      { integratorId: other.integratorId, sent: true },
    ]),
  )
})
