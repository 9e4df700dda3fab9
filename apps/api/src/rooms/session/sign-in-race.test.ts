import { foldUserId } from '@connect/contract/credentials/user-id'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { quickCaptcha } from '../../testing/quick-captcha.ts'
import { newAddress, post } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let database: pg.Client
beforeAll(async () => {
  api = await startTestApp()
  database = new pg.Client({ connectionString: api.database.ownerUrl })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await api.stop()
})

it('a right password that is changed while it is compared costs no attempt and begins no pause', async () => {
  const { id, userId, password } = await aPersonWithAccount(api)
  const from = { 'x-forwarded-for': newAddress() }
  const signIn = async (typed: string) =>
    post(api, '/session', { userId, password: typed, captcha: await quickCaptcha(api, 'sign-in') }, from)
  const counted = async () =>
    (
      await database.query<{ attempts: number; paused: boolean }>(
        'SELECT attempts, paused_until IS NOT NULL AS paused FROM sign_in_counter WHERE subject = $1',
        [Buffer.from(api.deps.lookup('user-id', foldUserId(userId)))],
      )
    ).rows
  for (let time = 0; time < 4; time += 1) await signIn('Wrong#Pass7')
  expect(await counted()).toEqual([{ attempts: 4, paused: false }])

  await database.query('BEGIN')
  const another = `$2b$04$${'.'.repeat(53)}`
  await database.query('UPDATE account SET password_hash = $2 WHERE id = $1', [id, another])
  const answer = signIn(password)
  // It was compared with the one before, and waits for the change.
  await vi.waitFor(
    async () => {
      const { rowCount } = await api.deps.pool.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      expect(rowCount).toBe(1)
    },
    { timeout: 20_000, interval: 10 },
  )
  // By now it is counted: the fifth one, with a pause.
  expect(await counted()).toEqual([{ attempts: 5, paused: true }])
  await database.query('COMMIT')
  expect((await answer).json()).toMatchObject({ status: 503, code: 'server.busy' })
  expect(await counted()).toEqual([{ attempts: 4, paused: false }])
})
