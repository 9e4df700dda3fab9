import { randomUUID } from 'node:crypto'
import { connectDatabase, type Database } from '@connect/prisma/connect'
import { createTestDatabase, type TestDatabase } from '@connect/prisma/testing/database'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aStoredAccount } from '../testing/stored-account.ts'
import { timeOrderedId } from './ids.ts'
import { createSweeper } from './sweeper.ts'

let database: TestDatabase
let app: Database
let owner: Database
const longAgo = new Date(Date.now() - 7_200_000)
const past = new Date(Date.now() - 3_600_000)
const future = new Date(Date.now() + 3_600_000)

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
  await owner.pool.query(
    'TRUNCATE account, session, spent_captcha, idempotency_key, rate_counter, refusal_count, mail CASCADE',
  )
})

const bytes = (index: number) => Uint8Array.from([index >> 8, index & 255])

const token = (index: number) => new Uint8Array(32).fill(index)

async function spendCaptchas(count: number, expiresAt: Date, from = 0): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => bytes(from + index))
  await app.prisma.spentCaptcha.createMany({ data: ids.map((id) => ({ id, expiresAt })) })
}

describe('the sweeper', () => {
  test('deletes what has expired, of every kind, and leaves the rest', async () => {
    const { id: accountId } = await aStoredAccount(app.prisma)
    const ends = [
      { idleExpiresAt: past, absoluteExpiresAt: future },
      { idleExpiresAt: past, absoluteExpiresAt: past },
      { idleExpiresAt: future, absoluteExpiresAt: future },
    ]
    await app.prisma.session.createMany({
      data: ends.map((end, index) => ({
        id: timeOrderedId(),
        accountId,
        tokenHash: token(index),
        createdAt: longAgo,
        ...end,
      })),
    })
    await spendCaptchas(1, past)
    await spendCaptchas(1, future, 1)
    await app.prisma.idempotencyKey.createMany({
      data: [past, future].map((expiresAt, index) => ({
        operation: 'createAccount',
        actor: 'anonymous',
        key: `key ${index}`,
        fingerprint: bytes(1),
        lease: timeOrderedId(),
        leaseUntil: past,
        expiresAt,
      })),
    })
    await app.prisma.rateCounter.createMany({
      data: [past, future].map((expiresAt, index) => ({
        limit: 'sign-in',
        subject: bytes(index),
        windowStart: past,
        count: 3,
        expiresAt,
      })),
    })

    await app.prisma.mail.createMany({
      data: [past, future].map((expiresAt, index) => ({
        id: timeOrderedId(),
        dataKey: bytes(index),
        dataKeyVersion: 1,
        recipient: bytes(index),
        content: bytes(index),
        template: 'account_deleted',
        locale: 'en',
        state: 'sent',
        expiresAt,
      })),
    })
    await app.prisma.$executeRaw`
      INSERT INTO refusal_count ("limit", minute, count)
      VALUES ('sign-in', now() - interval '91 days', 7), ('sign-in', now() - interval '89 days', 8)`

    const counts = await createSweeper({ prisma: app.prisma }).sweepNow()
    expect(counts).toMatchObject({
      session: 2,
      spentCaptcha: 1,
      idempotencyKey: 1,
      rateCounter: 1,
      refusalCount: 1,
      mail: 1,
    })
    expect(await app.prisma.mail.findMany({ select: { recipient: true } })).toEqual([{ recipient: bytes(1) }])
    expect(await app.prisma.refusalCount.findMany({ select: { count: true } })).toEqual([{ count: 8 }])
    expect(await app.prisma.session.findMany({ select: { tokenHash: true } })).toEqual([
      { tokenHash: token(2) },
    ])
    expect(await app.prisma.spentCaptcha.findMany({ select: { id: true } })).toEqual([{ id: bytes(1) }])
    expect(await app.prisma.idempotencyKey.findMany({ select: { key: true } })).toEqual([{ key: 'key 1' }])
    expect(await app.prisma.rateCounter.findMany({ select: { subject: true } })).toEqual([
      { subject: bytes(1) },
    ])
    expect(await app.prisma.account.count()).toBe(1)
  })

  test('deletes counts of sign-ins that nobody touched for half a year, but never opens a hard stop', async () => {
    const row = (index: number, attempts: number, days: number) => ({
      subject: bytes(index),
      deviceId: randomUUID(),
      attempts,
      lastAt: new Date(Date.now() - days * 86_400_000),
    })
    await app.prisma.signInCounter.createMany({ data: [row(1, 49, 181), row(2, 50, 181), row(3, 1, 179)] })
    expect((await createSweeper({ prisma: app.prisma }).sweepNow()).signInCounter).toBe(1)
    const left = await app.prisma.signInCounter.findMany({ select: { attempts: true } })
    expect(left.map(({ attempts }) => attempts).toSorted((a, b) => a - b)).toEqual([1, 50])
  })

  test('forgets own devices at their end, and no session with them', async () => {
    const { id: accountId } = await aStoredAccount(app.prisma)
    const devices = [past, future].map((expiresAt, index) => ({
      id: timeOrderedId(),
      accountId,
      tokenHash: token(index),
      expiresAt,
    }))
    await app.prisma.ownDevice.createMany({ data: devices })
    await app.prisma.session.create({
      data: {
        id: timeOrderedId(),
        accountId,
        tokenHash: token(1),
        idleExpiresAt: future,
        absoluteExpiresAt: future,
        ownDeviceId: devices[0]?.id ?? null,
      },
    })
    expect((await createSweeper({ prisma: app.prisma }).sweepNow()).ownDevice).toBe(1)
    expect(await app.prisma.ownDevice.findMany({ select: { id: true } })).toEqual([{ id: devices[1]?.id }])
    expect(await app.prisma.session.findMany({ select: { ownDeviceId: true } })).toEqual([
      { ownDeviceId: null },
    ])
  })

  test('forgets tokens a year after their end, and no integrator', async () => {
    const integrator = await app.prisma.integrator.create({ data: { id: timeOrderedId(), name: 'feed' } })
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
    await app.prisma.apiToken.createMany({
      data: [366, 364].map((days, index) => ({
        id: timeOrderedId(),
        integratorId: integrator.id,
        name: `ended ${days} days ago`,
        tokenHash: token(index),
        scopes: ['cases:write'],
        createdAt: daysAgo(days + 90),
        expiresAt: daysAgo(days),
      })),
    })
    expect((await createSweeper({ prisma: app.prisma }).sweepNow()).apiToken).toBe(1)
    expect(await app.prisma.apiToken.findMany({ select: { name: true } })).toEqual([
      { name: 'ended 364 days ago' },
    ])
    expect(await app.prisma.integrator.count()).toBe(1)
  })

  test('needs to look at one time of a session only, because none idles beyond its absolute end', async () => {
    const { id: accountId } = await aStoredAccount(app.prisma)
    const session = { id: timeOrderedId(), accountId, tokenHash: token(1), createdAt: longAgo }
    const insert = app.prisma.session.create({
      data: { ...session, idleExpiresAt: future, absoluteExpiresAt: past },
    })
    await expect(insert).rejects.toThrow('session_idles_within_its_life')
  })

  test('forgets tries at associating a year after the last one, but never those at a client ID, and no end of all', async () => {
    const row = (kind: string, index: number, sinceSuccess: number, days: number) => ({
      kind,
      subject: bytes(index),
      recent: [],
      sinceSuccess,
      lastAt: new Date(Date.now() - days * 86_400_000),
    })
    const gone = [row('account', 1, 9, 366), row('code', 2, 1, 366)]
    const kept = [row('account', 3, 10, 366), row('account', 4, 1, 364), row('client', 5, 1, 3660)]
    await app.prisma.associationCounter.createMany({ data: [...gone, ...kept] })
    expect((await createSweeper({ prisma: app.prisma }).sweepNow()).associationCounter).toBe(gone.length)
    const left = await app.prisma.associationCounter.findMany({
      select: { subject: true },
      orderBy: { subject: 'asc' },
    })
    expect(left).toEqual(kept.map(({ subject }) => ({ subject })))
  })

  test('forgets imports with what was answered to their lines', async () => {
    const imports = [past, future].map((expiresAt, index) => ({
      id: timeOrderedId(),
      integratorId: timeOrderedId(),
      key: `key ${String(index)}`,
      lease: timeOrderedId(),
      leaseUntil: past,
      fingerprint: bytes(1),
      expiresAt,
    }))
    await app.prisma.caseImport.createMany({ data: imports })
    await app.prisma.caseImportBatch.createMany({
      data: imports.map(({ id }) => ({ importId: id, firstLine: 1, results: '{}' })),
    })
    expect((await createSweeper({ prisma: app.prisma }).sweepNow()).caseImport).toBe(1)
    const left = await app.prisma.caseImportBatch.findMany({ select: { importId: true } })
    expect(left).toEqual([{ importId: imports[1]?.id }])
  })

  test('deletes many rows in small bites', async () => {
    await spendCaptchas(25, past)
    await spendCaptchas(5, future, 25)
    const counts = await createSweeper({ prisma: app.prisma, batchSize: 10 }).sweepNow()
    expect(counts.spentCaptcha).toBe(25)
    expect(await app.prisma.spentCaptcha.count()).toBe(5)
  })

  test('passes over rows that somebody else works on, and waits for nobody', async () => {
    await spendCaptchas(3, past)
    const sweeper = createSweeper({ prisma: app.prisma })
    await app.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM spent_captcha WHERE id = ${bytes(0)} FOR UPDATE`
      expect((await sweeper.sweepNow()).spentCaptcha).toBe(2)
    })
    expect((await sweeper.sweepNow()).spentCaptcha).toBe(1)
  })

  test('several at once delete each row once', async () => {
    await spendCaptchas(40, past)
    const sweepers = [1, 2, 3].map(() => createSweeper({ prisma: app.prisma, batchSize: 5 }))
    const counts = await Promise.all(sweepers.map((sweeper) => sweeper.sweepNow()))
    const deleted = counts.reduce((sum, { spentCaptcha }) => sum + spentCaptcha, 0)
    expect(deleted + (await app.prisma.spentCaptcha.count())).toBe(40)
  })

  test('sweeps by itself, and one kind that fails does not keep the others', async () => {
    await spendCaptchas(1, past)
    await owner.pool.query('ALTER TABLE session RENAME TO session_away')
    const failed: string[] = []
    let tell: () => void = () => undefined
    const failedTwice = new Promise<void>((resolve) => (tell = resolve))
    const sweeper = createSweeper({
      prisma: app.prisma,
      everyMs: 1,
      onError: (_error, kind) => {
        failed.push(kind)
        if (failed.length === 2) tell()
      },
    })
    sweeper.start()
    // The second failure is of the second pass, so the first one went through to its end.
    await failedTwice
    await sweeper.stop()
    await owner.pool.query('ALTER TABLE session_away RENAME TO session')
    expect(new Set(failed)).toEqual(new Set(['session']))
    expect(await app.prisma.spentCaptcha.count()).toBe(0)
  })
})
