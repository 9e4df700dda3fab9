import { afterAll, beforeAll, expect, it } from 'vitest'
import { solveCaptcha, newAddress } from '../testing/requests.ts'
import { aSignedInPerson, type SignedInBrowser } from '../testing/signed-in.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

let api: TestApp
let browser: SignedInBrowser
beforeAll(async () => {
  api = await startTestApp({ settings: { DEMO: '1' } })
  ;({ browser } = await aSignedInPerson(api))
})
afterAll(async () => {
  await api.stop()
})

/** What counting requests and staying signed in write, and what records an operation: no effect of the operation. */
const byTheWay = ['rate_counter', 'refusal_count', 'session', 'audit_event', 'audit_seal', 'audit_head']

/** One checksum for all rows of each table. */
async function checksums(): Promise<Record<string, string>> {
  const { rows } = await api.deps.pool.query<{ name: string; sum: string }>(
    `SELECT table_name AS name,
            (xpath('//sum/text()', query_to_xml(
              format('SELECT md5(coalesce(string_agg(t::text, E''\\n'' ORDER BY t::text), '''')) AS sum FROM %I AS t',
                     table_name), false, true, '')))[1]::text AS sum
       FROM information_schema.tables WHERE table_schema = 'public' AND NOT table_name = ANY ($1) ORDER BY 1`,
    [byTheWay],
  )
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

/** Every address of the document that answers GET, with something in the place of ids. */
function readableAddresses(): string[] {
  return Object.entries(api.app.swagger().paths ?? {})
    .filter(([, operations]) => operations !== undefined && 'get' in operations)
    .map(([address]) => address.replaceAll(/\{\w+\}/g, '01936000-0000-7000-8000-000000000001'))
}

it('reading changes nothing that is stored, whatever is read', async () => {
  const addresses = readableAddresses()
  expect(addresses.length).toBeGreaterThan(10)
  const before = await checksums()
  expect(Object.keys(before)).toContain('account')
  for (const address of addresses) {
    const query = address.endsWith('/captcha/challenge') ? '?action=register' : ''
    const { statusCode } = await browser.send('GET', `${address.replace('/api/v1', '')}${query}`)
    expect([200, 404], address).toContain(statusCode)
  }
  expect(await checksums()).toEqual(before)
})

it('a change is seen by what looks for changes', async () => {
  const before = await checksums()
  const captcha = await solveCaptcha(api, 'feedback')
  const body = { topic: 'idea', message: 'Show the hours first.', page: '/offices', locale: 'en', captcha }
  const headers = { 'idempotency-key': newAddress() }
  expect((await browser.send('POST', '/feedback', body, headers)).statusCode).toBe(201)
  expect(await checksums()).not.toEqual(before)
})
