import { aClientId, aFedMember } from '@connect/households/fed-case'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startLossyWire } from '../../testing/lossy-wire.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aStoredCase, tripleOf } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())
beforeEach(() => api.deps.pool.query('DELETE FROM association_failures'))

const associate = ({ browser }: QuickOwner, body: unknown, key = newKey(), instance = api) =>
  browser.send('POST', '/case-links', body, key, instance)

const someTriple = () => ({ ...tripleOf(aFedMember()), clientId: aClientId() })

/** Whether a statement waits for a row that somebody holds. */
async function isSomebodyWaiting(): Promise<boolean> {
  const { rowCount } = await api.deps.pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  return (rowCount ?? 0) > 0
}

test('a right try that has to wait holds up no other try of the same minute', async () => {
  const { members } = await aStoredCase(api)
  const [owner, stranger] = [await aQuickOwner(api), await aQuickOwner(api)]
  const database = new pg.Client({ connectionString: api.database.ownerUrl })
  await database.connect()
  await database.query('BEGIN')
  await database.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [owner.id])
  const right = associate(owner, tripleOf(members[0]))
  await vi.waitFor(async () => expect(await isSomebodyWaiting()).toBe(true), { timeout: 3_000, interval: 20 })
  expect((await associate(stranger, someTriple())).json()).toMatchObject({ code: 'case_link.not_matched' })
  await database.query('COMMIT')
  await database.end()
  expect((await right).statusCode).toBe(201)
})

test('a right try whose commit is not answered forgives once: earlier tries of the day stay counted', async () => {
  const { members } = await aStoredCase(api)
  const owner = await aQuickOwner(api)
  const wire = await startLossyWire(api.database.appUrl)
  const lossy = await startTestApp({ beside: api, settings: { DATABASE_URL: wire.url } })
  const counted = async () => {
    const { rows } = await api.deps.pool.query(
      `SELECT cardinality(recent) AS today, since_success,
              (SELECT sum(count)::int FROM association_failures) AS failures
         FROM association_counter WHERE kind = 'account' AND subject = $1`,
      [Buffer.from(api.deps.lookup('account', owner.id))],
    )
    return rows as unknown
  }
  await associate(owner, someTriple())
  await associate(owner, someTriple())
  const key = newKey()
  wire.loseCommitAfter('INSERT INTO case_link')
  expect((await associate(owner, tripleOf(members[0]), key, lossy)).statusCode).toBe(503)
  expect(wire.lost()).toBe(1)
  expect(await counted()).toEqual([{ today: 2, since_success: 0, failures: 2 }])
  const again = await associate(owner, tripleOf(members[0]), key, lossy)
  expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([201, 'true'])
  await lossy.stop()
  await wire.stop()
})
