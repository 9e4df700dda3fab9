import type { AgencyReports } from '@connect/contract/rooms/agency-change-reports'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { anAgencyCase, anEnteredReport } from '../../testing/entered-report.ts'
import type { TestIntegrator } from '../../testing/integrator.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let worker: TestIntegrator
let cursor: string
beforeAll(async () => {
  api = await startTestApp()
  const told = await anAgencyCase(api)
  worker = told.worker
  for (let count = 0; count < 2; count += 1) await anEnteredReport(told)
  const first = await worker.send('GET', '/agency/change-reports?limit=1')
  cursor = first.json<AgencyReports>().nextCursor ?? ''
})
afterAll(() => api.stop())

/** The statement with which a page is read. */
async function statementFor(query: string): Promise<string> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  expect((await worker.send('GET', `/agency/change-reports?${query}`)).statusCode).toBe(200)
  const texts = (sent.mock.calls as unknown[][]).map(([asked]) =>
    typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : String(asked),
  )
  sent.mockRestore()
  return texts.find((text) => text.includes('ORDER BY r.submitted_at')) ?? ''
}

/** How that is done whatever the parameters are, where indexes are worth their while, as among many reports. */
async function generalPlanOf(statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: api.database.ownerUrl })
  await client.connect()
  try {
    await client.query('SET enable_seqscan = off')
    await client.query('SET enable_bitmapscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${statement}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.end()
  }
}

const place = String.raw`ROW\(\w*\.?submitted_at, \w*\.?id\) > `

test('a confirmation number leads to its one report, whatever the parameters', async () => {
  const plan = await generalPlanOf(await statementFor('confirmationNumber=000000005724'))
  expect(plan).toMatch(/Index Scan using receipt_confirmation_number_key on receipt p/)
  expect(plan).toMatch(/Index Scan using change_report_pkey on change_report r/)
})

test.each([
  ['a page', () => `limit=1&cursor=${cursor}`, 'submitted_at_id_idx', place],
  ['a status', () => 'status=received', 'status_submitted_at_id_idx', 'status = '],
  [
    'a page of a status',
    () => `status=received&limit=1&cursor=${cursor}`,
    'status_submitted_at_id_idx',
    `status = .* AND .*${place}`,
  ],
])('%s of the list begins where it is, whatever the parameters', async (_, query, index, condition) => {
  const plan = await generalPlanOf(await statementFor(query()))
  expect(plan).toMatch(
    new RegExp(
      String.raw`Index Scan using change_report_${index} on change_report r .*\n\s+Index Cond: .*${condition}`,
    ),
  )
})
