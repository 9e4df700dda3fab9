import type { AgencyReport, AgencyReports } from '@connect/contract/rooms/agency-change-reports'
import { confirmationNumber } from '@connect/contract/receipts/confirmation-number'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAgencyCase, anEnteredReport, type AgencyCase } from '../../testing/entered-report.ts'
import { anIntegrator, aUsedIntegrator } from '../../testing/integrator.ts'
import { aChange, anOwnReport } from '../../testing/own-report.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const list = async ({ worker }: Pick<AgencyCase, 'worker'>, query = '') =>
  (await worker.send('GET', `/agency/change-reports${query}`)).json<AgencyReports>()

const auditRows = async (event: string, { worker }: AgencyCase) =>
  (
    await api.deps.pool.query<{ subject_id: string | null; details: unknown }>(
      'SELECT subject_id, details FROM audit_event WHERE event = $1 AND actor_id = $2 ORDER BY id',
      [event, worker.tokenId],
    )
  ).rows

describe('the list of what was reported', () => {
  beforeEach(async () => {
    await api.stop()
    api = await startTestApp()
  })

  test('has whoever waits longest first, a page at a time, each exactly once', async () => {
    const told = await anAgencyCase(api)
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.push((await anEnteredReport(told)).reportId)
    const first = await list(told, '?limit=2')
    const second = await list(told, `?limit=2&cursor=${first.nextCursor}`)
    const third = await list(told, `?limit=2&cursor=${second.nextCursor}`)
    expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids)
    expect(third.nextCursor).toBeNull()
    expect(await auditRows('change_report.listed', told)).toMatchObject([
      { subject_id: null, details: { status: null, byNumber: false, count: 2 } },
      { details: { count: 2 } },
      { details: { count: 1 } },
    ])
  })

  test('goes by when something was submitted, not by when it was begun', async () => {
    const told = await anAgencyCase(api)
    const [early, late] = [await anEnteredReport(told), await anEnteredReport(told)]
    await api.deps.pool.query(
      `UPDATE change_report SET submitted_at = submitted_at - interval '1 hour' WHERE id = $1`,
      [late.reportId],
    )
    const first = await list(told, '?limit=1')
    const second = await list(told, `?limit=1&cursor=${first.nextCursor}`)
    expect([first, second].map(({ items }) => items[0]?.id)).toEqual([late.reportId, early.reportId])
  })

  test('says of each what it is and where it stands, and is asked by status', async () => {
    const told = await anAgencyCase(api)
    const changes = [aChange(told, 'you_move'), aChange(told)]
    const receipt = await anEnteredReport(told, { changes, channel: 'in_person' })
    expect((await list(told)).items).toEqual([
      {
        id: receipt.reportId,
        caseRef: told.caseRef,
        kind: 'changes',
        status: 'received',
        channel: 'in_person',
        submittedAt: receipt.submittedAt,
        confirmationNumber: receipt.confirmationNumber,
        changeTypeIds: ['you_move', 'start_job'],
      },
    ])
    const body = { to: 'in_review' }
    await told.worker.send('POST', `/agency/change-reports/${receipt.reportId}/transitions`, body, newKey())
    expect((await list(told, '?status=received')).items).toEqual([])
    expect((await list(told, '?status=in_review')).items).toMatchObject([{ id: receipt.reportId }])
  })

  test('has no drafts, and is the same for whichever worker', async () => {
    const told = await anAgencyCase(api)
    const started = await told.owner.browser.send(
      'POST',
      '/change-reports',
      { caseId: told.caseId },
      newKey(),
    )
    const { id } = started.json<{ id: string }>()
    expect((await list(told)).items).toEqual([])
    expect((await told.worker.send('GET', `/agency/change-reports/${id}`)).statusCode).toBe(404)
    const { reportId } = await anEnteredReport(told)
    expect((await list(told)).items).toMatchObject([{ id: reportId }])
    expect((await list({ worker: await aUsedIntegrator(api) })).items).toMatchObject([{ id: reportId }])
  })

  test('finds the report of which somebody reads a number, that of any of its receipts', async () => {
    const told = await anAgencyCase(api)
    await anEnteredReport(told)
    const { id, owner, receipt } = await anOwnReport(api, told)
    const addition = { message: 'One more thing.', documentIds: [] }
    const added = await owner.browser.send('POST', `/change-reports/${id}/additions`, addition, newKey())
    for (const { confirmationNumber: number } of [receipt, added.json<Receipt>()])
      for (const heard of [number.replaceAll(' ', '-'), encodeURIComponent(number)])
        expect((await list(told, `?confirmationNumber=${heard}`)).items).toMatchObject([{ id }])
    const unknown = confirmationNumber('99999999999').replaceAll(' ', '')
    expect((await list(told, `?confirmationNumber=${unknown}`)).items).toEqual([])
    expect((await list(told, `?confirmationNumber=${unknown}&status=received`)).items).toEqual([])
    const searches = (await auditRows('change_report.listed', told)).map(({ details }) => details)
    expect(searches).toEqual([
      ...Array<object>(4).fill({ status: null, byNumber: true, count: 1 }),
      { status: null, byNumber: true, count: 0 },
      { status: 'received', byNumber: true, count: 0 },
    ])
  })

  test('finds it whatever page was read before', async () => {
    const told = await anAgencyCase(api)
    for (let count = 0; count < 2; count += 1) await anEnteredReport(told)
    const first = await list(told, '?limit=1')
    const number = encodeURIComponent(first.items[0]?.confirmationNumber ?? '')
    const behind = await list(told, `?cursor=${first.nextCursor}&confirmationNumber=${number}`)
    expect(behind.items).toEqual(first.items)
  })

  test.each([
    ['the status of a draft', '?status=draft', '/query/status'],
    ['a cursor of its own making', '?cursor=1', '/query/cursor'],
    ['a limit of 101', '?limit=101', '/query/limit'],
    ['an unknown parameter', '?caseRef=C', '/query/caseRef'],
    [
      'a confirmation number with a wrong digit',
      '?confirmationNumber=000000005725',
      '/query/confirmationNumber',
    ],
  ])('is not given for %s', async (_, query, pointer) => {
    const worker = await anIntegrator(api, ['change-reports:read'])
    const refused = await worker.send('GET', `/agency/change-reports${query}`)
    expect([refused.statusCode, refused.json()]).toMatchObject([422, { errors: [{ pointer }] }])
  })
})

describe('a report', () => {
  test('is seen whole, and every look leaves a row of whose token it was', async () => {
    const told = await anAgencyCase(api)
    const receipt = await anEnteredReport(told, { message: 'She called at nine.' })
    const { reportId: id } = receipt
    const seen = await told.worker.send('GET', `/agency/change-reports/${id}`)
    const { memberId } = told.members[0]
    expect(seen.json<AgencyReport>()).toMatchObject({
      id,
      caseRef: told.caseRef,
      memberId,
      changes: [{ details: receipt.changes[0]?.details, daysLeft: expect.any(Number) as number }],
      documents: [],
      timeline: [{ kind: 'received', message: 'She called at nine.' }],
    })
    expect(await auditRows('change_report.read', told)).toEqual([{ subject_id: id, details: {} }])
  })

  test('of a case that another integrator feeds is seen, too, and the look leaves a row', async () => {
    const told = await anAgencyCase(api)
    const other = await anAgencyCase(api)
    const { reportId } = await anEnteredReport(told)
    const seen = await other.worker.send('GET', `/agency/change-reports/${reportId}`)
    expect(seen.json()).toMatchObject({ id: reportId, caseRef: told.caseRef })
    expect(await auditRows('change_report.read', other)).toMatchObject([{ subject_id: reportId }])
  })
})
