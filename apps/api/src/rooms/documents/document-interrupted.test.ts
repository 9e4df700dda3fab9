import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startLossyWire } from '../../testing/lossy-wire.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { startServer } from '../../testing/server-process.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { aPdfLike, sendForm, uploadForm } from '../../testing/upload.ts'
import { uploadOver } from '../../testing/upload-request.ts'

/** A busy machine is slow, not wrong. */
const patience = { timeout: 20_000 }

let api: TestApp
let origin: string
let database: pg.Client
let owner: QuickOwner
beforeAll(async () => {
  api = await startTestApp()
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${String((api.app.server.address() as AddressInfo).port)}`
  owner = await aQuickOwner(api)
  database = new pg.Client({ connectionString: api.database.ownerUrl })
  await database.connect()
})
afterEach(() => database.query('DROP TRIGGER IF EXISTS trouble ON document_chunk'))
afterAll(async () => {
  await database.end()
  await api.stop()
})

const form = uploadForm({ content: aPdfLike(1_500_000) })
const half = form.body.subarray(0, 800_000)
const begin = (key: string, at = origin) =>
  uploadOver(at, owner.browser, { type: form.type, length: form.body.length, key })

/** How many files arrive, how many have arrived, and the pieces of those. */
const counts = async () => {
  const { rows } = await database.query<{ arriving: number; arrived: number; pieces: number }>(
    `SELECT count(*) FILTER (WHERE state = 'receiving')::int AS arriving,
            count(*) FILTER (WHERE state <> 'receiving')::int AS arrived,
            (SELECT count(*)::int FROM document_chunk JOIN document ON document.id = document_id
              WHERE rendition = 'original') AS pieces
     FROM document`,
  )
  return rows[0] ?? { arriving: 0, arrived: 0, pieces: 0 }
}
const isAgain = (before: Awaited<ReturnType<typeof counts>>) =>
  vi.waitFor(async () => {
    expect(await counts()).toEqual(before)
  }, patience)
const isArriving = () =>
  vi.waitFor(async () => {
    const { arriving, pieces } = await counts()
    expect([arriving, pieces > 0]).toEqual([1, true])
  }, patience)

/** What happens to the piece at position 5 of a file. */
const trouble = async (what: string) => {
  await database.query(
    `CREATE OR REPLACE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN IF NEW.position = 5 THEN ${what}; END IF; RETURN NEW; END $$`,
  )
  await database.query(
    'CREATE TRIGGER trouble BEFORE INSERT ON document_chunk FOR EACH ROW EXECUTE FUNCTION trouble()',
  )
}

/** Bytes that count as stored for nothing. */
const inVain = async () => {
  const { rows } = await database.query<{ bytes: number }>(
    `SELECT coalesce(sum(count), 0)::int AS bytes FROM rate_counter WHERE "limit" = 'document-bytes-in-vain'`,
  )
  return rows[0]?.bytes ?? 0
}

test('of a file whose session is ended meanwhile nothing is left', async () => {
  const before = await counts()
  const leaver = await aQuickOwner(api)
  const upload = uploadOver(origin, leaver.browser, {
    type: form.type,
    length: form.body.length,
    key: randomUUID(),
  })
  await upload.send(half)
  await isArriving()
  expect((await leaver.browser.send('DELETE', '/session')).statusCode).toBe(204)
  await upload.send(form.body.subarray(half.length))
  upload.end()
  expect(await upload.answer).toMatchObject({ status: 401 })
  await isAgain(before)
})

test('of a file whose sender goes away nothing is left but its count, and its key is free', async () => {
  const before = await counts()
  const countedBefore = await inVain()
  const key = randomUUID()
  const upload = begin(key)
  await upload.send(half)
  await isArriving()
  upload.breakOff()
  await isAgain(before)
  const counted = (await inVain()) - countedBefore
  expect(counted).toBeGreaterThan(128 * 1024)
  expect(counted).toBeLessThanOrEqual(half.length)
  const again = begin(key)
  await again.send(form.body)
  again.end()
  expect((await again.answer).status).toBe(201)
})

test('a disk that is full is told while more is sent, and nothing of the file is left', async () => {
  const before = await counts()
  const countedBefore = await inVain()
  await trouble(`RAISE EXCEPTION 'disk full' USING ERRCODE = '53100'`)
  const upload = begin(randomUUID())
  await upload.send(form.body.subarray(0, 1_400_000))
  expect(await upload.answer).toMatchObject({ status: 503, body: { code: 'server.unavailable' } })
  upload.breakOff()
  await isAgain(before)
  // It is not held against who sent it.
  expect(await inVain()).toBe(countedBefore)
})

test('a piece that was not written, though nobody said so, is found before the file counts as received', async () => {
  const before = await counts()
  const key = newKey()
  for (const silently of ['RETURN NULL', 'NEW.content = substr(NEW.content, 1, 1000)']) {
    await trouble(silently)
    const refused = await sendForm(api, owner.browser, form, key)
    expect(refused.json()).toMatchObject({ status: 503, code: 'server.unavailable' })
    await database.query('DROP TRIGGER trouble ON document_chunk')
    await isAgain(before)
  }
  expect((await sendForm(api, owner.browser, form, key)).statusCode).toBe(201)
})

test('a file whose commit nobody heard of is there once, and its answer is given again', async () => {
  const wire = await startLossyWire(api.database.appUrl)
  const beside = await startTestApp({ beside: api, settings: { DATABASE_URL: wire.url } })
  try {
    const { arrived } = await counts()
    const key = newKey()
    wire.loseCommitAfter('received_at')
    const lost = await sendForm(beside, owner.browser, form, key)
    expect([lost.statusCode, wire.lost()]).toEqual([503, 1])
    const again = await sendForm(api, owner.browser, form, key)
    expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([201, 'true'])
    expect(await counts()).toMatchObject({ arriving: 0, arrived: arrived + 1 })
  } finally {
    await beside.stop()
    await wire.stop()
  }
})

test('a process that is killed in the middle leaves nothing that counts, and the next one takes the file', async () => {
  const { server, origin: other } = await startServer(api)
  const { arrived } = await counts()
  const key = randomUUID()
  try {
    const upload = begin(key, other)
    await upload.send(half)
    await isArriving()
  } finally {
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  expect((await sendForm(api, owner.browser, form, { 'idempotency-key': key })).statusCode).toBe(201)
  expect(await counts()).toMatchObject({ arriving: 1, arrived: arrived + 1 })
}, 30_000)

test('an account sends 20 files at once, and one more is told to come back', async () => {
  const before = await counts()
  const uploads = Array.from({ length: 20 }, () => begin(randomUUID()))
  await Promise.all(uploads.map((upload) => upload.send(half)))
  await vi.waitFor(async () => {
    expect((await counts()).arriving).toBe(before.arriving + 20)
  }, patience)
  const refused = await sendForm(api, owner.browser, form)
  expect(refused.json()).toMatchObject({ status: 503, code: 'server.busy' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  const another = await aQuickOwner(api)
  expect((await sendForm(api, another.browser, form)).statusCode).toBe(201)
  for (const upload of uploads) upload.breakOff()
  await vi.waitFor(async () => {
    expect((await counts()).arriving).toBe(before.arriving)
  }, patience)
  expect((await sendForm(api, owner.browser, form)).statusCode).toBe(201)
}, 60_000)
