import { addDays, dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypes } from '@connect/contract/changes/change-types'
import { receiptResponse } from '@connect/contract/rooms/receipts'
import { aFedMember } from '@connect/households/fed-case'
import { ageReport } from '@connect/prisma/testing/factories/reports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { anOwnCase, associate } from '../../testing/own-case.ts'
import {
  aChange,
  aDraft,
  anOwnReport,
  readReport,
  signature,
  startReport,
  submitReport,
} from '../../testing/own-report.ts'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { confirmAddress, storedMails } from '../../testing/stored-mail.ts'
import { newKey } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredCase } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const today = () => dayInConnecticut(new Date())

async function count(table: string, column: string, id: string): Promise<number> {
  const { rows } = await api.deps.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE ${column} = $1`,
    [id],
  )
  return rows[0]?.count ?? 0
}

describe('a report that is submitted', () => {
  test('gives a receipt of every change with its own due date, and whether in time', async () => {
    const own = await anOwnCase(api)
    const late = { ...aChange(own), changedOn: addDays(today(), -11) }
    const onTheDay = { ...aChange(own, 'school'), changedOn: addDays(today(), -10) }
    const { id, receipt } = await anOwnReport(api, own, [late, onTheDay])
    expect(receipt).toMatchObject({
      kind: 'changes',
      reportId: id,
      caseId: own.caseId,
      channel: 'online',
      receivedOn: today(),
      dueOn: addDays(today(), -1),
      ...signature,
      corrects: null,
      locale: 'en',
    })
    expect(receipt.confirmationNumber).toMatch(/^\d{4} \d{4} \d{4}$/)
    expect(receipt.changes).toMatchObject([
      { typeId: 'start_job', dueOn: addDays(today(), -1), inTime: false },
      { typeId: 'school', dueOn: today(), inTime: true },
    ])
  })

  test('shows what was reported, when, and under which number, and never changes', async () => {
    const own = await anOwnReport(api)
    const report = await readReport(own, own.id)
    const { confirmationNumber, submittedAt, id: receiptId } = own.receipt
    expect(report).toMatchObject({
      status: 'received',
      confirmationNumber,
      submittedAt,
      expiresAt: null,
      signedName: signature.signedName,
      withdrawable: true,
      formNews: [],
      timeline: [{ kind: 'received', at: submittedAt, message: null, receiptId }],
    })
    expect(report.changes).toMatchObject([{ typeId: 'start_job', unfinished: {} }])
  })

  test('takes its files along, those that are still being checked too, in the order of the changes', async () => {
    const own = await anOwnCase(api)
    const { browser } = own.owner
    const [one, two] = [await anUploadedDocument(api, browser), await anUploadedDocument(api, browser)]
    const changes = [
      { ...aChange(own), documentIds: [two.id, one.id], documentsLater: ['other'] },
      { ...aChange(own, 'school'), documentIds: [one.id] },
    ]
    const { id, receipt } = await anOwnReport(api, own, changes)
    expect(receipt.documents).toMatchObject([
      { id: two.id, sha256: two.sha256, bytes: two.bytes },
      { id: one.id, fileName: 'proof.pdf' },
    ])
    expect(receipt.changes).toMatchObject([{ documentsLater: ['other'] }, { documentsLater: [] }])
    const report = await readReport(own, id)
    expect(report.timeline[0]?.documentIds.toSorted()).toEqual([one.id, two.id].toSorted())
    expect(report.documents.map(({ reportId }) => reportId)).toEqual([id, id])
  })

  test('leaves out answers of questions that are not asked any more', async () => {
    const own = await anOwnCase(api)
    const move = aChange(own, 'you_move')
    const details = { ...move.details, whoMoves: 'all', names: 'Hidden by now' }
    const { receipt } = await anOwnReport(api, own, [{ ...move, details }])
    expect(receipt.changes[0]?.details).not.toHaveProperty('names')
  })

  test('of a move records the answer to the offer to register to vote, a question left open as no answer', async () => {
    const own = await anOwnCase(api)
    const move = aChange(own, 'you_move')
    const open = Object.fromEntries(
      Object.entries(move.details ?? {}).filter(([name]) => name !== 'voterRegistration'),
    )
    const yes = { ...move, details: { ...open, voterRegistration: 'yes' } }
    const { receipt } = await anOwnReport(api, own, [yes, { ...move, details: open }])
    expect(receipt.changes.map(({ details }) => details['voterRegistration'])).toEqual(['yes', 'no_answer'])
  })

  test.each(changeTypes.map(({ id }) => id))('may tell of %s', async (typeId) => {
    const own = await anOwnCase(api)
    const { receipt } = await anOwnReport(api, own, [aChange(own, typeId)])
    expect(receipt.changes).toMatchObject([{ typeId }])
  })

  test('tells its author by a message and by e-mail, which say nothing of what was reported', async () => {
    const { browser, person } = await aSignedInPerson(api)
    await confirmAddress(api, person.email ?? '')
    const stored = await aStoredCase(api)
    const owner = { id: person.id, browser }
    await associate(owner, stored.members[0])
    const { id, receipt } = await anOwnReport(api, { ...stored, owner, linkId: '' })
    const { items } = (await browser.send('GET', '/account/messages')).json<{
      items: { kind: string; about: { reportId: string } }[]
    }>()
    const message = items.find(({ kind }) => kind === 'report_received')
    expect(message?.about.reportId).toBe(id)
    const { confirmationNumber, dueOn } = receipt
    const mail = (await storedMails(api)).find(({ template }) => template === 'report_received')
    expect(mail).toMatchObject({
      to: person.email,
      values: { confirmationNumber, dueOn, receivedOn: today() },
    })
  })

  test('leaves a line of who did it in the audit trail', async () => {
    const { owner, id } = await anOwnReport(api)
    const { rows } = await api.deps.pool.query<{ event: string; details: unknown }>(
      `SELECT event, details FROM audit_event WHERE subject_id = $1 AND event LIKE 'change_report.%' ORDER BY occurred_at`,
      [owner.id],
    )
    expect(rows).toMatchObject([
      { event: 'change_report.started', details: { report: id } },
      { event: 'change_report.submitted', details: { report: id } },
    ])
  })
})

describe('a correction that is submitted', () => {
  test('names what it corrects, and stands beside it', async () => {
    const own = await anOwnReport(api)
    const { id } = await startReport(own, own.id)
    const response = await submitReport(own, id)
    // The same again within a minute would be the first report, were it no correction.
    expect(receiptResponse.parse(response.json()).corrects).toBe(own.receipt.confirmationNumber)
    expect((await readReport(own, own.id)).correctedByIds).toEqual([id])
    expect((await readReport(own, id)).correctsId).toBe(own.id)
  })
})

describe('the same again', () => {
  test('within a minute gives the first receipt, byte for byte', async () => {
    const own = await anOwnCase(api)
    const { id } = await aDraft(own)
    const first = await submitReport(own, id)
    await ageReport(api.database.ownerUrl, id, 58)
    expect((await submitReport(own, id)).body).toBe(first.body)
    await ageReport(api.database.ownerUrl, id, 3)
    expect((await submitReport(own, id)).json()).toMatchObject({
      status: 409,
      code: 'change_report.submitted',
    })
    expect(await count('change_report_event', 'report_id', id)).toBe(1)
  })

  test('written in a second draft is the first report, and the draft is gone', async () => {
    const own = await anOwnCase(api)
    const [one, two] = [await aDraft(own), await aDraft(own)]
    const first = await submitReport(own, one.id)
    const second = await submitReport(own, two.id)
    expect([second.statusCode, second.body]).toEqual([201, first.body])
    expect(await count('change_report', 'account_id', own.owner.id)).toBe(1)
  })

  test('written in a second draft is the first report also when the answer was lost and another key is sent', async () => {
    const own = await anOwnCase(api)
    const [one, two] = [await aDraft(own), await aDraft(own)]
    const first = await submitReport(own, one.id)
    await submitReport(own, two.id)
    const again = await submitReport(own, two.id)
    expect([again.statusCode, again.body]).toEqual([201, first.body])
    await ageReport(api.database.ownerUrl, one.id, 61)
    expect((await submitReport(own, two.id)).json()).toMatchObject({
      status: 409,
      code: 'change_report.submitted',
    })
    const { owner } = await anOwnCase(api)
    expect((await submitReport({ owner }, two.id)).statusCode).toBe(404)
  })

  test('of what was declined or processed meanwhile is another report', async () => {
    const own = await anOwnReport(api)
    const worker = await anIntegrator(api, ['change-reports:decide'])
    const to = { to: 'declined', message: 'Tell us the employer.' }
    await worker.send('POST', `/agency/change-reports/${own.id}/transitions`, to, newKey())
    expect((await anOwnReport(api, own)).receipt.reportId).not.toBe(own.id)
  })

  test('of other content, of another account, or a minute later is another report', async () => {
    const [rosa, luis] = [aFedMember(), aFedMember()]
    const own = await anOwnReport(api, await anOwnCase(api, { members: [rosa, luis] }))
    const owner = await aQuickOwner(api)
    await associate(owner, luis)
    const theirs = await anOwnReport(api, { ...own, owner }, [aChange(own)])
    expect(theirs.receipt.reportId).not.toBe(own.id)
    const other = await anOwnReport(api, own, [aChange(own, 'school')])
    expect(other.id).not.toBe(own.id)
    await ageReport(api.database.ownerUrl, own.id, 61)
    const later = await anOwnReport(api, own)
    expect(later.receipt.confirmationNumber).not.toBe(own.receipt.confirmationNumber)
    expect(await count('change_report', 'account_id', own.owner.id)).toBe(3)
  })

  test('under one key is answered from what was stored', async () => {
    const own = await anOwnCase(api)
    const { id } = await aDraft(own)
    const key = newKey()
    const first = await submitReport(own, id, key)
    await ageReport(api.database.ownerUrl, id, 3600)
    const again = await submitReport(own, id, key)
    expect([again.statusCode, again.body]).toEqual([201, first.body])
    expect(again.headers['idempotency-replayed']).toBe('true')
  })
})
