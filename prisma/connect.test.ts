import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectDatabase, type Database } from './connect.ts'
import { createTestDatabase, type TestDatabase } from './testing/database.ts'

let testDatabase: TestDatabase
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = connectDatabase({ url: testDatabase.appUrl, poolSize: 2 })
})

afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})

describe('a connected database', () => {
  it('serves Prisma and plain statements from one pool of the given size', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        index % 2 === 0 ? database.prisma.contentDocument.count() : database.pool.query('SELECT 1'),
      ),
    )
    expect(database.pool.totalCount).toBeLessThanOrEqual(2)
  })

  it('stores through Prisma what a plain statement reads', async () => {
    const id = randomUUID()
    await database.prisma.auditEvent.create({
      data: { id, event: 'session.started', outcome: 'done', actorKind: 'account', details: { why: 'test' } },
    })
    const { rows } = await database.pool.query('SELECT details FROM audit_event WHERE id = $1', [id])
    expect(rows).toEqual([{ details: { why: 'test' } }])
  })

  it('ends a statement that takes too long, on the server too, and goes on', async () => {
    await expect(database.pool.query('SELECT pg_sleep(20)')).rejects.toThrow('statement timeout')
    expect((await database.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('does not repeat in the error of a conflict what was to be stored', async () => {
    const document = { kind: 'quetzalia', asOf: new Date(), body: { text: 'Quetzalia' } }
    await database.prisma.contentDocument.create({ data: document })
    const second = database.prisma.contentDocument.create({ data: document })
    const error = await second.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'P2002' })
    expect(String(error)).not.toMatch(/quetzalia/i)
    await database.prisma.contentDocument.delete({ where: { kind: document.kind } })
  })

  it('survives that the server ends its idle connections', async () => {
    const other = connectDatabase({ url: testDatabase.appUrl, poolSize: 1 })
    const { rows } = await other.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
    await expect.poll(() => other.pool.totalCount).toBe(0)
    expect(await other.prisma.contentDocument.count()).toBe(4)
    await other.close()
  })
})

describe('a server that does not answer', () => {
  it('is given up on after two seconds', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const other = connectDatabase({ url: `postgresql://nobody@127.0.0.1:${String(port)}/nothing` })
    const began = performance.now()
    await expect(other.pool.query('SELECT 1')).rejects.toThrow(/timeout/)
    expect(performance.now() - began).toBeLessThan(5000)
    await other.close()
    silent.close()
  })
})
