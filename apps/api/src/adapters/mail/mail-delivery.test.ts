import { createTestDatabase, type TestDatabase } from '@connect/prisma/testing/database'
import { connectDatabase, type Database } from '@connect/prisma/connect'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { generateKeys } from '../../kernel/key-ring.ts'
import { createNotices, type MailToSend, type Notices } from '../../kernel/notices.ts'
import { createRecordCipher } from '../../kernel/record-cipher.ts'
import { createCommit } from '../../kernel/unit-of-work.store.ts'
import { startMailServer, type MailServer } from '../../testing/mail-server.ts'
import { aStoredAccount } from '../../testing/stored-account.ts'
import { createMail, type Mail } from './create-mail.ts'

let database: TestDatabase
let app: Database
let server: MailServer
let mail: Mail
let notices: Notices
let accountId: string
const errors: unknown[] = []

/** Bounces of a real server, by the address. */
const refuse = (address: string) => {
  if (address.startsWith('nobody@')) return 550
  return address.startsWith('full@') ? 451 : undefined
}

/** As `createMail` of a process that was started with a server on this port. */
function mailTo(port: number): Mail {
  return createMail({
    settings: { kind: 'smtp', url: `smtp://127.0.0.1:${port}`, from: 'no-reply@portal.example' },
    database: app.prisma,
    pool: app.pool,
    cipher,
    publicUrl: () => 'https://portal.example',
    support: () => Promise.resolve({ phone: '1-877-874-1612', hours: null }),
    onError: (error) => errors.push(error),
    everySeconds: 0.5,
    retrySeconds: 1,
  })
}

const cipher = createRecordCipher(generateKeys())

beforeEach(async () => {
  errors.length = 0
  database = await createTestDatabase()
  app = connectDatabase({ url: database.appUrl })
  accountId = (await aStoredAccount(app.prisma)).id
  server = await startMailServer({ refuse })
  mail = mailTo(server.port)
  notices = createNotices({ cipher, schedule: mail.schedule })
})

afterEach(async () => {
  await mail.stop()
  await server.stop()
  await app.close()
  await database.drop()
})

const reminder: Omit<MailToSend, 'accountId'> = {
  to: 'rosa@example.org',
  locale: 'es',
  template: 'user_id_reminder',
  values: { userIds: ['rosa.lopez', 'lopez_1962'] },
}

const send = (changes: Partial<MailToSend> = {}) =>
  createCommit(app.prisma)((tx) => notices.mail(tx, { accountId, ...reminder, ...changes }))

/** Waits for what happens in its own time; looks often, gives up late. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 50 })

const rows = () =>
  app.prisma.mail.findMany({
    select: { state: true, attempts: true, lastFault: true },
    orderBy: { id: 'asc' },
  })

describe('an e-mail', () => {
  test('reaches the person in both forms, from us, under an id of its own', async () => {
    await send()
    await mail.start()
    await eventually(async () => {
      expect(await rows()).toEqual([{ state: 'sent', attempts: 1, lastFault: null }])
    })
    const [received] = server.received
    const stored = await app.prisma.mail.findFirstOrThrow()
    expect(received).toMatchObject({
      subject: 'Su nombre de usuario de ConneCT',
      messageId: `<${stored.id}@portal.example>`,
      from: { text: '"ConneCT" <no-reply@portal.example>' },
      to: { text: 'rosa@example.org' },
    })
    for (const form of [received?.text, received?.html]) expect(form).toContain('lopez_1962')
    expect(received?.headers.get('content-language')).toBe('es')
    expect(received?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(errors).toEqual([])
  })

  test('of work that was rolled back is never sent', async () => {
    await mail.start()
    const undone = createCommit(app.prisma)(async (tx) => {
      await notices.mail(tx, { accountId, ...reminder, to: 'undone@example.org' })
      throw new Error('the cause failed')
    })
    await expect(undone).rejects.toThrow('the cause failed')
    await send()
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ state: 'sent' }])
    })
    expect(server.received.map(({ to }) => to)).toMatchObject([{ text: 'rosa@example.org' }])
    const { rows: jobs } = await app.pool.query(`SELECT 1 FROM pgboss.job`)
    expect(jobs).toHaveLength(1)
  })

  test('waits while the server is away, and arrives once when it is back', async () => {
    const { port } = server
    await server.stop()
    await mail.start()
    await send()
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ state: 'queued', lastFault: 'unreachable' }])
    })
    server = await startMailServer({ port })
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ state: 'sent', lastFault: null }])
    })
    expect(server.received).toHaveLength(1)
  })

  test('is taken up again by another process when the first one ended', async () => {
    await send()
    await mail.stop()
    mail = mailTo(server.port)
    await mail.start()
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ state: 'sent' }])
    })
  })

  test('leaves once, however many processes work the queue', async () => {
    const other = mailTo(server.port)
    await Promise.all([mail.start(), other.start()])
    await Promise.all(Array.from({ length: 12 }, (_, index) => send({ to: `person${index}@example.org` })))
    await eventually(async () => {
      expect(await mail.count()).toMatchObject({ queued: 0, sent: 12 })
    })
    await other.stop()
    expect(new Set(server.received.map(({ to }) => JSON.stringify(to))).size).toBe(12)
    expect(server.received).toHaveLength(12)
  })

  test('survives connections to the database that break while it is on its way', async () => {
    await mail.start()
    await send()
    await app.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    await send({ to: 'later@example.org' })
    await eventually(async () => {
      expect(await mail.count()).toMatchObject({ queued: 0, sent: 2 })
    })
  })
})

describe('an e-mail of no account', () => {
  test('is gone once it was sent', async () => {
    await send({ accountId: null })
    await mail.start()
    await eventually(async () => {
      expect(server.received).toHaveLength(1)
      expect(await rows()).toEqual([])
    })
    expect(errors).toEqual([])
  })

  test('is kept for two days where it was not, and others for thirty', async () => {
    await send({ accountId: null })
    await send()
    const { rows: kept } = await app.pool.query(
      `SELECT account_id IS NULL AS alone, round(extract(epoch FROM expires_at - created_at) / 86400)::int AS days FROM mail
        ORDER BY id`,
    )
    expect(kept).toEqual([
      { alone: true, days: 2 },
      { alone: false, days: 30 },
    ])
  })
})

describe('an e-mail that cannot be delivered', () => {
  test('is given up on at once when the server says so, and stays for somebody to see', async () => {
    await mail.start()
    await send({ to: 'nobody@example.org' })
    await eventually(async () => {
      expect(await rows()).toEqual([{ state: 'failed', attempts: 1, lastFault: 'refused' }])
    })
    expect(await mail.count()).toEqual({ queued: 0, sent: 0, failed: 1, kept: 0 })
  })

  test('is tried again when the server asks to come back, until the tries are used up', async () => {
    const owner = connectDatabase({ url: database.ownerUrl })
    await owner.pool.query(`UPDATE pgboss.queue SET retry_limit = 1`)
    await owner.close()
    await mail.start()
    await send({ to: 'full@example.org' })
    await eventually(async () => {
      expect(await rows()).toEqual([{ state: 'failed', attempts: 2, lastFault: 'refused_for_now' }])
    })
  })

  test('leaves nothing personal in the queue or in what is kept of the failure', async () => {
    await mail.start()
    await send({ to: 'nobody@example.org' })
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ state: 'failed' }])
    })
    const { rows: jobs } = await app.pool.query('SELECT to_jsonb(job)::text AS job FROM pgboss.job')
    const { rows: mails } = await app.pool.query('SELECT to_jsonb(mail)::text AS mail FROM mail')
    expect(jobs).not.toEqual([])
    expect(JSON.stringify([jobs, mails])).not.toMatch(/example\.org|lopez/)
  })

  test('because its row does not open, is told as a fault of ours', async () => {
    await mail.start()
    await send()
    await send({ values: {} })
    await eventually(async () => {
      expect(await rows()).toMatchObject([{ state: 'sent' }, { state: 'failed', lastFault: 'unreadable' }])
    })
    expect(String(errors[0])).toContain('lacks its list "userIds"')
  })
})

test('an e-mail goes with its account', async () => {
  const { id } = await aStoredAccount(app.prisma)
  await send({ accountId: id })
  await app.prisma.account.delete({ where: { id } })
  await mail.start()
  await send({ to: 'other@example.org' })
  await eventually(async () => {
    expect(await rows()).toMatchObject([{ state: 'sent' }])
  })
  expect(server.received).toHaveLength(1)
  expect(errors).toEqual([])
})
