import type { AgencyReport } from '@connect/contract/rooms/agency-change-reports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgencyCase, type AgencyCase } from '../../testing/entered-report.ts'
import { anOwnReport, aChange } from '../../testing/own-report.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument, aPdfLike, markReady } from '../../testing/upload.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const read = ({ worker }: Pick<AgencyCase, 'worker'>, id: string) =>
  worker.send('GET', `/agency/documents/${id}/content`)

/** A file that was sent with a report. */
async function aSentFile(content = aPdfLike()) {
  const told = await anAgencyCase(api)
  const upload = { content, fileName: 'nómina de mayo.pdf', kind: 'pay_stub' }
  const { id } = await anUploadedDocument(api, told.owner.browser, upload)
  const report = await anOwnReport(api, told, [{ ...aChange(told), documentIds: [id] }])
  return { told, id, reportId: report.id }
}

const looksOf = async ({ worker }: AgencyCase) =>
  (
    await api.deps.pool.query<{ subject_id: string; details: unknown }>(
      `SELECT subject_id, details FROM audit_event WHERE event = 'document.read' AND actor_id = $1`,
      [worker.tokenId],
    )
  ).rows

describe('a file that came with a report', () => {
  test('is given to workers to save, never to show, and each look leaves a row', async () => {
    const content = aPdfLike(400_000)
    const { told, id, reportId } = await aSentFile(content)
    await markReady(api, id)
    const file = await read(told, id)
    expect([file.statusCode, file.rawPayload.equals(content)]).toEqual([200, true])
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': expect.stringMatching(/^attachment; filename="n_mina de mayo.pdf"; /) as string,
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(await looksOf(told)).toEqual([{ subject_id: id, details: { report: reportId } }])
  })

  test('stands in the report with what workers are told beside', async () => {
    const { told, id, reportId } = await aSentFile()
    const seen = await told.worker.send('GET', `/agency/change-reports/${reportId}`)
    const report = seen.json<AgencyReport>()
    expect(report).toMatchObject({
      caseRef: told.caseRef,
      memberId: told.members[0].memberId,
      documents: [{ id, kind: 'pay_stub', scanned: false, active: false, reportId }],
      timeline: [{ kind: 'received', documentIds: [id] }],
    })
    const own = await told.owner.browser.send('GET', `/change-reports/${reportId}`)
    expect(own.json<{ documents: object[] }>().documents[0]).not.toHaveProperty('active')
  })

  test('waits until it was checked', async () => {
    const { told, id } = await aSentFile()
    expect((await read(told, id)).json()).toMatchObject({ status: 409, code: 'document.not_ready' })
    expect(await looksOf(told)).toEqual([])
  })

  test('is there for whichever worker, and not before it was submitted', async () => {
    const { told, id } = await aSentFile()
    await markReady(api, id)
    const other = await anAgencyCase(api)
    expect((await read(other, id)).statusCode).toBe(200)
    const { id: kept } = await anUploadedDocument(api, told.owner.browser)
    await markReady(api, kept)
    expect((await read(told, kept)).json()).toMatchObject({ status: 404, code: 'resource.not_found' })
    expect(await looksOf(other)).toHaveLength(1)
  })
})
