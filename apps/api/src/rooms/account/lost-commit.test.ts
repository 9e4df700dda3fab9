import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAccountRequest } from '../../testing/account-request.ts'
import { startLossyWire, type LossyWire } from '../../testing/lossy-wire.ts'
import { newAddress, newKey, post } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let beside: TestApp
let wire: LossyWire
let api: TestApp
beforeAll(async () => {
  beside = await startTestApp()
  wire = await startLossyWire(beside.database.appUrl)
  api = await startTestApp({ beside, settings: { DATABASE_URL: wire.url } })
})
afterAll(async () => {
  await api.stop()
  await wire.stop()
  await beside.stop()
})

/** What creating an account leaves, counted for a user ID. */
async function effectsFor(userId: string) {
  const { rows } = await beside.deps.pool.query<Record<string, number>>(
    `SELECT count(*)::int AS accounts,
            (SELECT count(*)::int FROM audit_event WHERE event = 'account.created' AND subject_id = min(a.id::text)::uuid) AS events,
            (SELECT count(*)::int FROM mail WHERE account_id = min(a.id::text)::uuid) AS mails
       FROM account a WHERE user_id_folded = lower($1)`,
    [userId],
  )
  return rows[0]
}

it('a commit whose answer is lost on the wire is found by the same key, and has one effect', async () => {
  const request = await anAccountRequest(api, { email: 'lost.commit@example.org' })
  const headers = { ...newKey(), 'x-forwarded-for': newAddress() }
  wire.loseCommitAfter('INSERT INTO "public"."account"')

  const first = await post(api, '/accounts', request, headers)
  expect(wire.lost()).toBe(1)
  expect(first.json()).toMatchObject({ status: 503, code: 'server.unavailable' })
  expect(first.headers['retry-after']).toMatch(/^[1-9]\d*$/)
  // It was done all the same, and nobody knows.
  expect(await effectsFor(request.userId)).toEqual({ accounts: 1, events: 1, mails: 1 })

  const again = await post(api, '/accounts', request, headers)
  expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([201, 'true'])
  expect(again.json()).toMatchObject({ userId: request.userId, email: request.email })
  expect(await effectsFor(request.userId)).toEqual({ accounts: 1, events: 1, mails: 1 })
  const other = await post(
    api,
    '/accounts',
    await anAccountRequest(api, { userId: request.userId }),
    newKey(),
  )
  expect(other.json()).toMatchObject({ status: 409, code: 'account.user_id_taken' })
})
