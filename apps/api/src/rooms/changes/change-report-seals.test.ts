import type { AgencyReports } from '@connect/contract/rooms/agency-change-reports'
import type { Reports } from '@connect/contract/rooms/change-reports'
import type { Receipts } from '@connect/contract/rooms/receipts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breakSeal, toldPlaces } from '../../testing/broken-seal.ts'
import { anAgencyCase } from '../../testing/entered-report.ts'
import { aChange, aDraft, anOwnReport } from '../../testing/own-report.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

/** Somebody with three reports, of which the second one does not open. */
async function aBrokenReport() {
  const told = await anAgencyCase(api)
  const [first, broken, last] = [
    await anOwnReport(api, told),
    await anOwnReport(api, told, [aChange(told, 'school')]),
    await anOwnReport(api, told, [aChange(told, 'you_move')]),
  ]
  await breakSeal(api, 'change_report', 'content', broken.id)
  return { ...told, first, broken, last, place: `change_report.content of ${broken.id}` }
}

describe('a report that does not open', () => {
  test('stands in the list of its author without its changes, and hides none of the others', async () => {
    const { owner, first, broken, last, place } = await aBrokenReport()
    const list = await owner.browser.send('GET', '/change-reports')
    expect(list.statusCode).toBe(200)
    expect(
      list.json<Reports>().items.map(({ id, changeTypeIds, dueOn }) => [id, changeTypeIds, dueOn !== null]),
    ).toEqual([
      [last.id, ['you_move'], true],
      [broken.id, null, false],
      [first.id, ['start_job'], true],
    ])
    expect(toldPlaces(api)).toContain(place)
  })

  test('keeps workers neither from the reports behind it nor from deciding on it', async () => {
    const { worker, first, broken, last, place } = await aBrokenReport()
    const items: AgencyReports['items'] = []
    let cursor = ''
    do {
      const page = await worker.send('GET', `/agency/change-reports?limit=2${cursor}`)
      expect(page.statusCode).toBe(200)
      const { items: found, nextCursor } = page.json<AgencyReports>()
      items.push(...found)
      cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`
    } while (cursor !== '')
    const mine = items.filter(({ id }) => [first.id, broken.id, last.id].includes(id))
    expect(mine.map(({ id, changeTypeIds }) => [id, changeTypeIds])).toEqual([
      [first.id, ['start_job']],
      [broken.id, null],
      [last.id, ['you_move']],
    ])
    expect(mine[1]).toMatchObject({ confirmationNumber: broken.receipt.confirmationNumber })
    expect(toldPlaces(api)).toContain(place)
    const body = { to: 'in_review' }
    const url = `/agency/change-reports/${broken.id}/transitions`
    expect((await worker.send('POST', url, body, newKey())).statusCode).toBe(201)
  })

  test('is shown to nobody, and named to whoever looks after the service', async () => {
    const { owner, worker, broken, place } = await aBrokenReport()
    for (const look of [
      () => owner.browser.send('GET', `/change-reports/${broken.id}`),
      () => worker.send('GET', `/agency/change-reports/${broken.id}`),
    ]) {
      const before = toldPlaces(api).length
      expect((await look()).json()).toMatchObject({ status: 500, code: 'server.error' })
      expect(toldPlaces(api).slice(before)).toEqual([place])
    }
  })
})

test('a draft that does not open can be deleted, and so can another one, with no file of either', async () => {
  const told = await anAgencyCase(api)
  const { browser } = told.owner
  const { id: file } = await anUploadedDocument(api, browser)
  const withFile = [{ ...aChange(told), documentIds: [file] }]
  const [broken, other] = [await aDraft(told, withFile), await aDraft(told, withFile)]
  await breakSeal(api, 'change_report', 'content', broken.id)
  for (const { id } of [other, broken]) {
    expect((await browser.send('DELETE', `/change-reports/${id}`)).statusCode).toBe(204)
    expect((await browser.send('GET', `/documents/${file}`)).statusCode).toBe(200)
  }
})

test('receipts are listed by what stands beside them, also where one does not open', async () => {
  const { owner, first, broken, last } = await aBrokenReport()
  const words = { message: 'One more thing.', documentIds: [] }
  const url = `/change-reports/${first.id}/additions`
  const added = (await owner.browser.send('POST', url, words, newKey())).json<Receipts['items'][number]>()
  const given = [added, last.receipt, broken.receipt, first.receipt]
  await breakSeal(api, 'receipt', 'content', broken.receipt.id)
  const list = await owner.browser.send('GET', '/receipts')
  expect(list.json<Receipts>().items).toEqual(
    given.map(({ id, kind, confirmationNumber, submittedAt, reportId, caseId }) => {
      return { id, kind, confirmationNumber, submittedAt, reportId, caseId }
    }),
  )
  const looked = await owner.browser.send('GET', `/receipts/${broken.receipt.id}`)
  expect(looked.json()).toMatchObject({ status: 500, code: 'server.error' })
})
