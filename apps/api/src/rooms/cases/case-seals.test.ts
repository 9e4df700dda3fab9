import { aFedMember } from '@connect/households/fed-case'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOwnCase, aStoredNotice, type OwnCase } from '../../testing/own-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const someone = (firstName: string): Promise<OwnCase> =>
  anOwnCase(api, { members: [aFedMember({ firstName })] })

/** Exchanges columns of two rows, as somebody could who can write to the database. */
async function swap(
  table: string,
  columns: readonly string[],
  ids: readonly [string, string],
): Promise<void> {
  const others = columns.map((column) => `${column} = other.${column}`).join(', ')
  const { rowCount } = await api.deps.pool.query(
    `UPDATE ${table} AS mine SET ${others} FROM ${table} AS other
      WHERE (mine.id = $1 AND other.id = $2) OR (mine.id = $2 AND other.id = $1)`,
    [...ids],
  )
  expect(rowCount).toBe(2)
}

/** Refused without a word of what is stored, and told to whoever looks after the service, with the place. */
function expectRefused(response: LightMyRequestResponse, place: string): void {
  expect(response.statusCode).toBe(500)
  expect(Object.keys(response.json())).toEqual(['type', 'title', 'status', 'code', 'instance'])
  expect(response.json()).toMatchObject({ code: 'server.error' })
  const lines = api.lines.filter(({ level }) => level === 'error')
  expect(lines.at(-1)).toMatchObject({ err: { type: 'SealBrokenError', place } })
  expect(JSON.stringify(lines)).not.toMatch(/Rosa|Luis/)
}

test.each([
  [['summary'], 'summary'],
  [['data_key', 'summary', 'payments'], 'data_key'],
])('a case whose %j were put into another row is shown to nobody', async (columns, place) => {
  const [rosa, luis] = [await someone('Rosa'), await someone('Luis')]
  await swap('benefit_case', columns, [rosa.caseId, luis.caseId])
  for (const { owner, caseId } of [rosa, luis])
    expectRefused(await owner.browser.send('GET', `/cases/${caseId}`), `benefit_case.${place} of ${caseId}`)
})

test('payments that were put into another row are shown to nobody', async () => {
  const [rosa, luis] = [await someone('Rosa'), await someone('Luis')]
  await swap('benefit_case', ['payments'], [rosa.caseId, luis.caseId])
  const { owner, caseId } = rosa
  expectRefused(
    await owner.browser.send('GET', `/cases/${caseId}/payments`),
    `benefit_case.payments of ${caseId}`,
  )
})

test.each(['title', 'content'])(
  'a letter whose %s was put into another row is shown to nobody',
  async (column) => {
    const [rosa, luis] = [await someone('Rosa'), await someone('Luis')]
    const [mine, theirs] = [await aStoredNotice(api, rosa.caseId), await aStoredNotice(api, luis.caseId)]
    await swap('case_notice', [column], [mine.id, theirs.id])
    const address = column === 'title' ? '' : `/${mine.id}`
    expectRefused(
      await rosa.owner.browser.send('GET', `/cases/${rosa.caseId}/notices${address}`),
      `case_notice.${column} of ${mine.id}`,
    )
    const { rows } = await api.deps.pool.query('SELECT 1 FROM case_notice_read WHERE notice_id = $1', [
      mine.id,
    ])
    expect(rows).toEqual([])
  },
)

test('a summary in the place of payments does not open either', async () => {
  const { owner, caseId } = await someone('Rosa')
  await api.deps.pool.query('UPDATE benefit_case SET payments = summary WHERE id = $1', [caseId])
  expectRefused(
    await owner.browser.send('GET', `/cases/${caseId}/payments`),
    `benefit_case.payments of ${caseId}`,
  )
})
