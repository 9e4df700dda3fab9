import { connectDatabase, type Database } from '@connect/prisma/connect'
import { createTestDatabase, type TestDatabase } from '@connect/prisma/testing/database'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { generateKeys } from '../key-ring.ts'
import { createLookup } from '../lookup.ts'
import { countRefusal, createRecordAudit } from './audit.store.ts'
import { createSealer, sealEveryMs } from './sealer.ts'
import { verifyAuditChain } from './verify.ts'

const keys = generateKeys()
const recordAudit = createRecordAudit(createLookup(keys))
let database: TestDatabase
let app: Database
let owner: Database

beforeAll(async () => {
  database = await createTestDatabase()
  app = connectDatabase({ url: database.appUrl })
  owner = connectDatabase({ url: database.ownerUrl })
})
afterAll(async () => {
  await Promise.all([app.close(), owner.close()])
  await database.drop()
})

afterEach(async () => {
  await owner.pool.query('TRUNCATE audit_event, audit_seal, audit_head')
})

const entry = { event: 'feedback.sent', outcome: 'succeeded', actorKind: 'anonymous' } as const
const record = () => app.prisma.$transaction((tx) => recordAudit(tx, entry))

/** A row of a clock that was fast or slow by so much. */
const recordAt = (offset: string) => app.prisma.$executeRaw`
  INSERT INTO audit_event (id, occurred_at, event, outcome, actor_kind, details)
  VALUES (gen_random_uuid(), now() + ${offset}::interval, 'feedback.sent', 'succeeded', 'anonymous', '{}')`

describe('the sealer', () => {
  test('seals a row by itself, sooner than a second after its commit', async () => {
    expect(sealEveryMs).toBeLessThan(1000)
    let tell: (count: number) => void = () => undefined
    const sealed = new Promise<number>((resolve) => (tell = resolve))
    const sealer = createSealer({ prisma: app.prisma, keys, onSealed: tell })
    sealer.start()
    await record()
    expect(await sealed).toBe(1)
    await sealer.stop()
    expect(await verifyAuditChain({ prisma: app.prisma, keys })).toMatchObject({ intact: true, sealed: 1n })
  })

  test('two at once make one chain without a fork', async () => {
    const other = connectDatabase({ url: database.appUrl })
    const sealers = [app, other].map(({ prisma }) => createSealer({ prisma, keys }))
    let sealed = 0
    for (let round = 0; round < 10; round += 1) {
      const writers = Array.from({ length: 8 }, record)
      const counts = await Promise.all([...sealers, ...sealers].map((sealer) => sealer.sealNow()))
      sealed += counts.reduce((sum, count) => sum + count, 0)
      await Promise.all(writers)
    }
    sealed += await createSealer({ prisma: app.prisma, keys }).sealNow()
    await other.close()
    expect(sealed).toBe(80)
    expect(await verifyAuditChain({ prisma: app.prisma, keys })).toMatchObject({ intact: true, sealed: 80n })
  })

  test('leaves a row alone until its transaction is committed, however late that is', async () => {
    const sealer = createSealer({ prisma: app.prisma, keys })
    await app.prisma.$transaction(async (tx) => {
      await recordAudit(tx, entry)
      await record()
      expect(await sealer.sealNow()).toBe(1)
    })
    expect(await sealer.sealNow()).toBe(1)
    expect(await sealer.sealNow()).toBe(0)
    expect(await verifyAuditChain({ prisma: app.prisma, keys })).toMatchObject({ intact: true, sealed: 2n })
  })

  test('seals more rows than one batch holds', async () => {
    await app.prisma.$executeRaw`
      INSERT INTO audit_event (id, event, outcome, actor_kind, details)
      SELECT gen_random_uuid(), 'feedback.sent', 'succeeded', 'anonymous', '{}' FROM generate_series(1, 1201)`
    expect(await createSealer({ prisma: app.prisma, keys }).sealNow()).toBe(1201)
    expect(await verifyAuditChain({ prisma: app.prisma, keys })).toMatchObject({
      intact: true,
      sealed: 1201n,
    })
  })

  test('goes on sealing at once after the clock of the database ran ahead', async () => {
    const sealer = createSealer({ prisma: app.prisma, keys })
    await recordAt('1 hour')
    expect(await sealer.sealNow()).toBe(1)
    await record()
    expect(await sealer.sealNow()).toBe(1)
    await record()
    expect(await sealer.sealNow()).toBe(1)
    expect(await verifyAuditChain({ prisma: app.prisma, keys })).toMatchObject({ intact: true, sealed: 3n })
  })

  test('seals, once it is started, what lies behind rows that are sealed already', async () => {
    let tell: (count: number) => void = () => undefined
    const sealed = new Promise<number>((resolve) => (tell = resolve))
    const sealer = createSealer({ prisma: app.prisma, keys, onSealed: tell })
    await record()
    await sealer.sealNow()
    await recordAt('-1 hour')
    await recordAt('-2 hours')
    expect(await sealer.sealNow()).toBe(0)
    expect(await verifyAuditChain({ prisma: app.prisma, keys })).toMatchObject({ fault: 'events_unsealed' })
    sealer.start()
    expect(await sealed).toBe(2)
    await sealer.stop()
    expect(await verifyAuditChain({ prisma: app.prisma, keys })).toMatchObject({ intact: true, sealed: 3n })
  })

  test('tells of a pass that failed, and goes on', async () => {
    let tell: (error: unknown) => void = () => undefined
    const failed = new Promise<unknown>((resolve) => (tell = resolve))
    const broken = connectDatabase({ url: database.appUrl.replace(/\/[^/]*$/, '/no_such_database') })
    const sealer = createSealer({ prisma: broken.prisma, keys, onError: tell })
    sealer.start()
    expect(await failed).toBeInstanceOf(Error)
    await sealer.stop()
    await broken.close()
  })
})

describe('an audit row', () => {
  test('is there exactly when its cause is', async () => {
    const broken = app.prisma.$transaction(async (tx) => {
      await recordAudit(tx, entry)
      throw new Error('the cause failed')
    })
    await expect(broken).rejects.toThrow('the cause failed')
    expect(await app.prisma.auditEvent.count()).toBe(0)
  })

  test('keeps ids, codes and the time of the database', async () => {
    const subjectId = '0190a5c2-0000-7000-8000-000000000001'
    await app.prisma.$transaction((tx) =>
      recordAudit(tx, { ...entry, subjectId, requestId: 'request', details: { limit: 'sign-in' } }),
    )
    expect(await app.prisma.auditEvent.findFirstOrThrow()).toMatchObject({
      ...entry,
      actorId: null,
      subjectId,
      requestId: 'request',
      details: { limit: 'sign-in' },
    })
  })

  test('cannot be changed or deleted by the application, and neither can its seal', async () => {
    await record()
    await createSealer({ prisma: app.prisma, keys }).sealNow()
    for (const table of ['audit_event', 'audit_seal']) {
      await expect(app.pool.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied')
      await expect(app.pool.query(`TRUNCATE ${table}`)).rejects.toThrow('permission denied')
    }
    await expect(app.pool.query(`UPDATE audit_event SET outcome = 'refused'`)).rejects.toThrow(
      'permission denied',
    )
    await expect(app.pool.query('UPDATE audit_seal SET signature = NULL')).rejects.toThrow(
      'permission denied',
    )
  })
})

test('refusals by a limit are counted by the minute, all of them, and nobody is named', async () => {
  await Promise.all(Array.from({ length: 20 }, () => countRefusal(app.prisma, 'sign-in')))
  const rows = await app.prisma.refusalCount.findMany()
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(20)
  expect(rows.length).toBeLessThanOrEqual(2)
})
