import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer } from './testing/server-process.ts'
import { aSignedInPerson } from './testing/signed-in.ts'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let api: TestApp
let database: pg.Client
let server: ChildProcess
let origin: string
beforeAll(async () => {
  api = await startTestApp()
  database = new pg.Client({ connectionString: api.database.ownerUrl })
  await database.connect()
  ;({ server, origin } = await startServer(api))
})
afterAll(async () => {
  server.kill('SIGKILL')
  await database.end()
  await api.stop()
})

const waiting = `
  SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
   WHERE datname = current_database() AND relation = 'account'::regclass AND NOT granted`

it('a request that runs when the server is told to end is answered, and nothing new is taken', async () => {
  const { person, browser } = await aSignedInPerson(api)
  const ended = once(server, 'exit')
  // The request stands still in the middle of its work.
  await database.query('BEGIN; LOCK TABLE account IN SHARE MODE')
  const answer = fetch(`${origin}/api/v1/account`, {
    method: 'PATCH',
    headers: {
      cookie: browser.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'if-match': '*',
    },
    body: JSON.stringify({ locale: 'es' }),
  })
  await expect.poll(async () => (await database.query(waiting)).rowCount, { timeout: 20_000 }).toBe(1)

  server.kill('SIGTERM')
  const isRefused = () =>
    fetch(`${origin}/readyz`).then(
      () => false,
      () => true,
    )
  await expect.poll(isRefused, { timeout: 3_000 }).toBe(true)
  expect(server.exitCode).toBeNull()

  await database.query('COMMIT')
  const { status, headers } = await answer
  expect([status, headers.get('connection')]).toEqual([200, 'close'])
  expect(await ended).toEqual([0, null])
  const { rows } = await database.query('SELECT locale FROM account WHERE id = $1', [person.id])
  expect(rows).toEqual([{ locale: 'es' }])
})
