import { addDays, dayInConnecticut } from '@connect/contract/benefits/calendar'
import { reportsResponse } from '@connect/contract/rooms/change-reports'
import { ageReport } from '@connect/prisma/testing/factories/reports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import { anOwnCase, type OwnCase } from '../../testing/own-case.ts'
import {
  aChange,
  aDraft,
  anOwnReport,
  draftIn,
  readReport,
  saveReport,
  startReport,
} from '../../testing/own-report.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'
import { draftContent, resealContent } from './change-report-content.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const start = ({ owner }: OwnCase, body: object) =>
  owner.browser.send('POST', '/change-reports', body, newKey())

const days = (count: number) => count * 24 * 60 * 60

async function listed({ owner }: OwnCase, query = '') {
  return reportsResponse.parse((await owner.browser.send('GET', `/change-reports${query}`)).json())
}

describe('a report that is begun', () => {
  test('is an empty draft, kept for 30 days', async () => {
    const own = await anOwnCase(api)
    const { report } = await startReport(own)
    expect(report).toMatchObject({ status: 'draft', kind: 'changes', channel: 'online', changes: [] })
    expect(report).toMatchObject({ caseId: own.caseId, submittedAt: null, timeline: [], withdrawable: false })
    const kept = Date.parse(report.expiresAt ?? '') - Date.parse(report.createdAt)
    expect(Math.round(kept / 1000)).toBe(days(30))
  })

  test('tells its version, also when it is told again', async () => {
    const { owner, caseId } = await anOwnCase(api)
    const key = newKey()
    for (const replayed of [undefined, 'true']) {
      const { headers } = await owner.browser.send('POST', '/change-reports', { caseId }, key)
      expect(headers).toMatchObject({ etag: '"1"', ...(replayed && { 'idempotency-replayed': replayed }) })
    }
  })

  test('is about a case of one’s own', async () => {
    const [own, other] = [await anOwnCase(api), await anOwnCase(api)]
    const theirs = await start(own, { caseId: other.caseId })
    expect(theirs.json()).toMatchObject({ status: 404, code: 'resource.not_found' })
    expect((await start(own, { caseId: timeOrderedId() })).json()).toMatchObject({ status: 404 })
  })

  test('is one of 20 at most', async () => {
    const own = await anOwnCase(api)
    for (let count = 0; count < 19; count += 1) await startReport(own)
    const answers = await Promise.all([1, 2, 3].map(() => start(own, { caseId: own.caseId })))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409])
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    expect(refused?.json()).toMatchObject({ code: 'change_report.too_many_drafts', params: { max: 20 } })
  })

  test('shows in the list with the kinds of its changes, newest first', async () => {
    const own = await anOwnCase(api)
    const first = await aDraft(own, [aChange(own, 'school')])
    const second = await anOwnReport(api, own)
    const { items, nextCursor } = await listed(own, '?limit=1')
    expect(items).toMatchObject([{ id: second.id, status: 'received', changeTypeIds: ['start_job'] }])
    expect(items[0]?.confirmationNumber).toBe(second.receipt.confirmationNumber)
    const rest = await listed(own, `?cursor=${nextCursor ?? ''}`)
    expect(rest.items).toMatchObject([{ id: first.id, status: 'draft', changeTypeIds: ['school'] }])
  })
})

describe('a correction', () => {
  test('begins with the changes of the report, without its documents, and refers to it', async () => {
    const own = await anOwnCase(api)
    const file = await anUploadedDocument(api, own.owner.browser)
    const change = { ...aChange(own), documentIds: [file.id] }
    const corrected = await anOwnReport(api, own, [change])
    const { report } = await startReport(own, corrected.id)
    expect(report.correctsId).toBe(corrected.id)
    expect(report.changes).toMatchObject([{ details: change.details, documentIds: [] }])
    expect((await readReport(own, corrected.id)).correctedByIds).toEqual([])
  })

  test('is of a report that was submitted, of the same case, and of one’s own', async () => {
    const [own, other] = [await anOwnCase(api), await anOwnReport(api)]
    const draft = await startReport(own)
    const { caseId } = own
    expect((await start(own, { caseId, correctsId: draft.id })).json()).toMatchObject({
      code: 'change_report.not_submitted',
    })
    expect((await start(own, { caseId, correctsId: other.id })).statusCode).toBe(404)
    const elsewhere = await anOwnReport(api)
    const theirs = { caseId: elsewhere.caseId, correctsId: other.id }
    expect((await start(elsewhere, theirs)).statusCode).toBe(404)
  })
})

describe('a draft', () => {
  test('tells the due date of each change and the days that are left', async () => {
    const own = await anOwnCase(api)
    const today = dayInConnecticut(new Date())
    const changedOn = addDays(today, -12)
    const { report } = await aDraft(own, [{ ...aChange(own), changedOn }, { typeId: 'school' }])
    expect(report.changes).toMatchObject([
      { changedOn, dueOn: addDays(today, -2), daysLeft: -2 },
      { changedOn: null, dueOn: null, daysLeft: null },
    ])
    expect(report.dueOn).toBe(addDays(today, -2))
  })

  test('of a day that it may not have can be saved, read and listed, and is due on none', async () => {
    const own = await anOwnCase(api)
    const { report } = await aDraft(own, [{ typeId: 'school', changedOn: '9999-12-31' }])
    expect(report.changes).toMatchObject([{ changedOn: '9999-12-31', dueOn: null, daysLeft: null }])
    expect((await listed(own)).items).toMatchObject([{ id: report.id, dueOn: null }])
  })

  test('keeps what was typed and is no value yet', async () => {
    const own = await anOwnCase(api)
    const { id } = await aDraft(own, [{ typeId: 'school', unfinished: { changedOn: '13/' } }])
    expect((await readReport(own, id)).changes).toMatchObject([
      { typeId: 'school', unfinished: { changedOn: '13/' } },
    ])
  })

  test('that was written under an older form is carried over and says what is new', async () => {
    const own = await anOwnCase(api)
    const change = aChange(own)
    const draft = await aDraft(own, [change])
    // Kept as it would have been under a form that asked something which is asked no more.
    const [kept] = draft.report.changes
    if (kept === undefined) throw new Error('nothing was kept')
    const keptOlder = draftContent([{ ...kept, details: { ...change.details, gone: 'x' } }])
    const row = await api.deps.commit((tx) => tx.changeReport.findUniqueOrThrow({ where: { id: draft.id } }))
    const sealed = resealContent(api.deps.cipher, row, keptOlder)
    await api.deps.commit((tx) =>
      tx.changeReport.update({ where: { id: draft.id }, data: { content: sealed } }),
    )
    const read = await readReport(own, draft.id)
    expect(read.formNews).toEqual([{ change: 0, added: [], removed: ['gone'] }])
    expect(read.changes[0]?.details).toEqual(change.details)
    // Whoever goes on elsewhere in the draft, or later, is told again; whoever has gone on with the change is not.
    const older = { ...change, typeVersion: 1, goneQuestions: ['gone'] }
    expect(read.changes).toMatchObject([older])
    const saved = draftIn(await saveReport(own, draft, [older, aChange(own, 'school')]), 200)
    expect((await readReport(own, draft.id)).formNews).toEqual(read.formNews)
    await saveReport(own, saved, [change, aChange(own, 'school')])
    expect((await readReport(own, draft.id)).formNews).toEqual([])
  })

  test('is gone after 30 days without saving, swept or not, and saving keeps it', async () => {
    const own = await anOwnCase(api)
    const [kept, left] = [await aDraft(own), await aDraft(own)]
    const url = api.database.ownerUrl
    await ageReport(url, kept.id, days(29))
    const saved = draftIn(await saveReport(own, kept, [aChange(own, 'school')]), 200)
    await ageReport(url, saved.id, days(29))
    await ageReport(url, left.id, days(30) + 1)
    expect((await listed(own)).items.map(({ id }) => id)).toEqual([kept.id])
    expect((await saveReport(own, left, [])).statusCode).toBe(404)
    expect((await api.deps.sweeper.sweepNow()).reportDraft).toBe(1)
    expect((await readReport(own, kept.id)).status).toBe('draft')
  })

  test('is deleted at once, and what was submitted is not', async () => {
    const own = await anOwnReport(api)
    const { id } = await aDraft(own)
    const remove = (reportId: string) => own.owner.browser.send('DELETE', `/change-reports/${reportId}`)
    expect((await remove(id)).statusCode).toBe(204)
    expect((await remove(id)).statusCode).toBe(404)
    expect((await remove(own.id)).json()).toMatchObject({ status: 409, code: 'change_report.submitted' })
    expect((await readReport(own, own.id)).status).toBe('received')
  })

  test('takes its files along when it is deleted, and none that another draft or a report has', async () => {
    const own = await anOwnCase(api)
    const { browser } = own.owner
    const file = async () => (await anUploadedDocument(api, browser)).id
    const [alone, shared, sent] = [await file(), await file(), await file()]
    const withFiles = (documentIds: string[]) => [{ ...aChange(own, 'school'), documentIds }]
    const draft = await aDraft(own, withFiles([alone, shared, sent]))
    await aDraft(own, withFiles([shared]))
    await anOwnReport(api, own, withFiles([sent]))
    expect((await browser.send('DELETE', `/change-reports/${draft.id}`)).statusCode).toBe(204)
    const answers = []
    for (const id of [alone, shared, sent])
      answers.push((await browser.send('GET', `/documents/${id}`)).statusCode)
    expect(answers).toEqual([404, 200, 200])
  })
})
