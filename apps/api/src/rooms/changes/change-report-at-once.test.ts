import { receiptResponse } from '@connect/contract/rooms/receipts'
import pg from 'pg'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { anOwnCase } from '../../testing/own-case.ts'
import { aChange, aDraft, anOwnReport, submitReport } from '../../testing/own-report.ts'
import { startTestBed } from '../../testing/test-bed.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

const { api, second, stop } = await startTestBed()
afterAll(stop)

async function rowsOf(table: string, accountId: string): Promise<number> {
  const { rows } = await api.deps.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE account_id = $1`,
    [accountId],
  )
  return rows[0]?.count ?? 0
}

describe('a report that is submitted fifty times at once, by two processes', () => {
  test('is one report with one receipt, each time the same', async () => {
    const own = await anOwnCase(api)
    const { id } = await aDraft(own)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        submitReport(own, id, undefined, index % 2 === 0 ? api : second),
      ),
    )
    const given = answers.filter(({ statusCode }) => statusCode === 201)
    // Whoever finds no connection in time is asked to come back.
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(
      new Set(given.length === answers.length ? [201] : [201, 503]),
    )
    expect(new Set(given.map(({ body }) => body)).size).toBe(1)
    expect(await rowsOf('receipt', own.owner.id)).toBe(1)
    expect(await rowsOf('change_report', own.owner.id)).toBe(1)
    expect(await rowsOf('message', own.owner.id)).toBe(2)
  }, 30_000)

  test('written in two drafts is one report', async () => {
    const own = await anOwnCase(api)
    const drafts = [await aDraft(own), await aDraft(own)]
    const [one, two] = await Promise.all(
      drafts.map(({ id }, index) => submitReport(own, id, undefined, index === 0 ? api : second)),
    )
    expect([one?.statusCode, two?.statusCode]).toEqual([201, 201])
    expect(one?.body).toBe(two?.body)
    expect(await rowsOf('change_report', own.owner.id)).toBe(1)
  })

  test('with one file in two reports goes with one of them', async () => {
    const own = await anOwnCase(api)
    const { id: file } = await anUploadedDocument(api, own.owner.browser)
    const first = await aDraft(own, [{ ...aChange(own), documentIds: [file] }])
    const other = await aDraft(own, [{ ...aChange(own, 'school'), documentIds: [file] }])
    const answers = await Promise.all([
      submitReport(own, first.id),
      submitReport(own, other.id, undefined, second),
    ])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 422])
    const given = answers.find(({ statusCode }) => statusCode === 201)
    expect(receiptResponse.parse(given?.json()).documents).toMatchObject([{ id: file }])
    expect(await rowsOf('receipt', own.owner.id)).toBe(1)
  })
})

describe('reading', () => {
  test('takes as many statements for one report as for many, and for one change as for many', async () => {
    const own = await anOwnCase(api)
    const { id: small } = await anOwnReport(api, own)
    const changes = ['school', 'you_move', 'bank_account'].map((typeId) => aChange(own, typeId))
    const { id: large } = await anOwnReport(api, own, changes)
    for (let count = 0; count < 8; count += 1) await aDraft(own)
    const query = vi.spyOn(pg.Client.prototype, 'query')
    const statementsFor = async (url: string): Promise<number> => {
      query.mockClear()
      expect((await own.owner.browser.send('GET', url)).statusCode).toBe(200)
      return query.mock.calls.length
    }
    const [one, many] = [
      await statementsFor('/change-reports?limit=1'),
      await statementsFor('/change-reports?limit=10'),
    ]
    const [short, long] = [
      await statementsFor(`/change-reports/${small}`),
      await statementsFor(`/change-reports/${large}`),
    ]
    query.mockRestore()
    expect(one).toBeGreaterThan(0)
    expect([many, long]).toEqual([one, short])
  })
})
