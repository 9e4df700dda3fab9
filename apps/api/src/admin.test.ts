import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectDatabase } from '@connect/prisma/connect'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecordAudit } from './kernel/audit/audit.store.ts'
import { createSealer } from './kernel/audit/sealer.ts'
import { timeOrderedId } from './kernel/ids.ts'
import { createLookup } from './kernel/lookup.ts'
import { createAdminBed, type AdminBed } from './testing/admin-command.ts'
import { aStoredAccount } from './testing/stored-account.ts'

let bed: AdminBed
let admin: AdminBed['admin']
let app: AdminBed['app']

beforeAll(async () => {
  bed = await createAdminBed()
  ;({ admin, app } = bed)
  await app.prisma.$transaction((tx) =>
    createRecordAudit(createLookup(bed.keys))(tx, {
      event: 'feedback.sent',
      outcome: 'succeeded',
      actorKind: 'anonymous',
    }),
  )
  await createSealer({ prisma: app.prisma, keys: bed.keys }).sealNow()
})
afterAll(() => bed.drop())

describe('the admin command', () => {
  test('verifies the audit chain, and names the broken row', async () => {
    const intact = await admin(['audit', 'verify'])
    expect(intact).toMatchObject({ err: '', code: 0 })
    expect(intact.out).toMatch(/^The audit chain is intact\. Rows sealed: 1\. Head: [0-9a-f]{64}\.\n$/)
    const owner = connectDatabase({ url: bed.database.ownerUrl })
    await owner.pool.query(`UPDATE audit_event SET outcome = 'refused'`)
    const { id } = await owner.prisma.auditEvent.findFirstOrThrow()
    await owner.close()
    expect(await admin(['audit', 'verify'])).toMatchObject({
      out: `The audit chain is broken at place 1, audit row ${id}: the audit row is not the one that was sealed here (event_changed).\n`,
      code: 1,
    })
  })

  test('lists e-mails that were given up on, and has them tried again', async () => {
    expect(await admin(['mail', 'list'])).toEqual({ out: 'No e-mail is in trouble.\n', err: '', code: 0 })
    const ids = ['failed', 'failed', 'sent'].map((state) => ({ id: timeOrderedId(), state }))
    await app.prisma.mail.createMany({
      data: ids.map((row) => ({
        ...row,
        dataKey: new Uint8Array(60),
        dataKeyVersion: 1,
        recipient: new Uint8Array(30),
        content: new Uint8Array(30),
        template: 'password_changed',
        locale: 'en',
        attempts: 13,
        lastFault: 'unreachable',
        expiresAt: new Date(Date.now() + 3_600_000),
      })),
    })
    const [first, second, sent] = ids.map(({ id }) => id)
    const listed = await admin(['mail', 'list'])
    expect(listed.out).toMatch(
      new RegExp(`^(.{36}  given up  \\S{24}  password_changed  13 tries  unreachable\n){2}$`),
    )
    expect(listed.out).not.toContain(sent)

    const jobs = async () => (await app.pool.query<{ data: unknown }>('SELECT data FROM pgboss.job')).rows
    for (const wrong of [[], ['x'], [sent ?? '']])
      expect(await admin(['mail', 'retry', ...wrong])).toMatchObject({ err: '', code: 1 })
    expect(await jobs()).toEqual([])
    expect(await admin(['mail', 'retry', first ?? ''])).toEqual({
      out: `E-mail ${first} is queued again.\n`,
      err: '',
      code: 0,
    })
    expect((await admin(['mail', 'retry', 'all'])).out).toBe(`E-mail ${second} is queued again.\n`)
    expect(await jobs()).toEqual([{ data: { id: first } }, { data: { id: second } }])
    expect(await admin(['mail', 'retry', 'all'])).toMatchObject({
      out: 'No e-mail was given up on.\n',
      code: 0,
    })
  })

  test('opens an account that failed sign-ins, recovery answers and tries at associating closed, and leaves a row of it', async () => {
    const { id } = await aStoredAccount(app.prisma)
    const { userId } = await app.prisma.account.findUniqueOrThrow({ where: { id } })
    const lookup = createLookup(bed.keys)
    const [subject, other] = [lookup('user-id', userId), lookup('user-id', 'somebodyelse')]
    for (const counted of [subject, other]) {
      const row = { subject: counted, attempts: 50, lastAt: new Date() }
      await app.prisma.signInCounter.createMany({
        data: [
          { ...row, deviceId: '00000000-0000-0000-0000-000000000000' },
          { ...row, deviceId: randomUUID() },
        ],
      })
      await app.prisma.recoveryCounter.create({
        data: { subject: counted, recent: [], sinceSuccess: 10, lastAt: new Date() },
      })
    }
    const tries = { kind: 'account', subject: lookup('account', id), recent: [], sinceSuccess: 10 }
    await app.prisma.associationCounter.create({ data: { ...tries, lastAt: new Date() } })
    await app.prisma.caseReview.create({
      data: { id: timeOrderedId(), kind: 'locked_account', subject: tries.subject },
    })
    expect(await admin(['account', 'unlock', '--user-id', userId.toUpperCase()])).toEqual({
      out: `${userId.toUpperCase()} is open again. Failed sign-ins, recovery answers and tries at associating count from 0.\n`,
      err: '',
      code: 0,
    })
    expect(
      await app.prisma.signInCounter.findMany({ distinct: ['subject'], select: { subject: true } }),
    ).toEqual([{ subject: other }])
    expect(await app.prisma.recoveryCounter.findMany({ select: { subject: true } })).toEqual([
      { subject: other },
    ])
    expect(
      await app.prisma.auditEvent.findFirst({
        where: { event: 'account.unlocked' },
        select: { subjectId: true, actorKind: true, details: true },
      }),
    ).toEqual({
      subjectId: id,
      actorKind: 'operator',
      details: { signIns: 2, recoveries: 1, associations: 1 },
    })
    expect(await app.prisma.caseReview.count({ where: { decision: 'unlock' } })).toBe(1)
    const again = await admin(['account', 'unlock', '--user-id', userId])
    expect(again).toMatchObject({
      out: `Nothing was counted against ${userId}: it was open already.\n`,
      code: 0,
    })
  })

  test('opens nothing for a user ID that nobody has, or for none', async () => {
    expect(await admin(['account', 'unlock', '--user-id', 'nobody12345'])).toEqual({
      out: 'Nobody has the user ID nobody12345. Nothing was changed.\n',
      err: '',
      code: 1,
    })
    for (const words of [[], ['nobody12345'], ['--user'], ['--user-id']])
      expect(await admin(['account', 'unlock', ...words])).toMatchObject({
        out: 'Say whose account: pnpm admin account unlock --user-id USERID\n',
        code: 1,
      })
  })

  test('lists what it can do when it is asked for something else', async () => {
    for (const words of [[], ['audit'], ['audit', 'verified'], ['constructor']]) {
      const { err, code } = await admin(words)
      expect(err).toContain('pnpm admin audit verify')
      expect(code).toBe(2)
    }
  })

  test('says in one line what keeps it from working', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'connect-admin-'))
    const faults = [
      await admin(['audit', 'verify'], { DATA_DIR: elsewhere }),
      await admin(['audit', 'verify'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }),
      await admin(['audit', 'verify'], { DATABASE_URL: 'mysql://nowhere' }),
    ]
    await rm(elsewhere, { recursive: true })
    expect(faults.map(({ code, out }) => ({ code, out }))).toEqual(Array(3).fill({ code: 1, out: '' }))
    const [keys, connection, setting] = faults.map(({ err }) => err)
    expect(keys).toMatch(/^The keys file .* is missing, [^\n]*\n$/)
    expect(connection).toBe('The database cannot be reached: check DATABASE_URL, or whether it runs.\n')
    expect(setting).toMatch(/^Setting DATABASE_URL: [^\n]*\n$/)
  })
})
