import { addDays, dayInConnecticut } from '@connect/contract/benefits/calendar'
import type { AgencyReport } from '@connect/contract/rooms/agency-change-reports'
import type { Report } from '@connect/contract/rooms/change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { reportLimits } from '@connect/contract/rooms/report-limits'
import { aFedCase, aFedMember } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import { anAgencyCase, anEnteredReport, anEntry } from '../../testing/entered-report.ts'
import { anIntegrator, aUsedIntegrator } from '../../testing/integrator.ts'
import { associate } from '../../testing/own-case.ts'
import { aChange } from '../../testing/own-report.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredCase } from '../../testing/stored-case.ts'
import { confirmAddress, storedMails } from '../../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

const today = dayInConnecticut(new Date())

const reportsOf = async ({ browser }: QuickOwner) =>
  (await browser.send('GET', '/change-reports')).json<{ items: { id: string }[] }>().items

const messagesOf = async ({ browser }: QuickOwner) =>
  (await browser.send('GET', '/account/messages')).json<{ items: { kind: string; about: unknown }[] }>().items

describe('a report that the agency enters', () => {
  test('stands among those of whoever told it, with a receipt, and they are told', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await confirmAddress(api, person.email ?? '')
    const told = await anAgencyCase(api, { id: person.id, browser })
    const receipt = await anEnteredReport(told, { channel: 'mail', message: 'Sent with form W-1ER.' })
    const { reportId, confirmationNumber } = receipt
    expect(receipt).toMatchObject({ kind: 'changes', channel: 'mail', receivedOn: today, signedName: null })
    const seen = (await told.owner.browser.send('GET', `/change-reports/${reportId}`)).json<Report>()
    expect(seen).toMatchObject({
      status: 'received',
      channel: 'mail',
      caseId: told.caseId,
      confirmationNumber,
      signedName: null,
      changes: [{ typeId: 'start_job', dueOn: receipt.dueOn }],
      timeline: [{ kind: 'received', message: 'Sent with form W-1ER.', receiptId: receipt.id }],
    })
    expect(await messagesOf(told.owner)).toMatchObject([
      { kind: 'report_entered', about: { reportId } },
      { kind: 'case_linked' },
    ])
    const mails = await storedMails(api)
    expect(mails.filter(({ template }) => template === 'report_entered')).toMatchObject([
      { to: person.email, values: { confirmationNumber, receivedOn: today, dueOn: receipt.dueOn } },
    ])
  })

  test('is nothing that another adult of the case gets to see or to hear of', async () => {
    const worker = await aUsedIntegrator(api)
    const members = [aFedMember(), aFedMember()] as const
    const told = await aStoredCase(api, aFedCase({ members: [...members] }), worker.integratorId)
    const [owner, other] = [await aQuickOwner(api), await aQuickOwner(api)]
    await associate(owner, members[0])
    await associate(other, members[1])
    const { reportId } = await anEnteredReport({ ...told, worker })
    expect(await reportsOf(owner)).toMatchObject([{ id: reportId }])
    expect(await reportsOf(other)).toEqual([])
    expect((await other.browser.send('GET', `/change-reports/${reportId}`)).statusCode).toBe(404)
    expect((await messagesOf(other)).map(({ kind }) => kind)).toEqual(['case_linked'])
  })

  test('waits for whoever has no account yet, and is told to nobody meanwhile', async () => {
    const worker = await aUsedIntegrator(api)
    const told = await aStoredCase(api, {}, worker.integratorId)
    const owner = await aQuickOwner(api)
    const { reportId } = await anEnteredReport({ ...told, worker })
    expect(await reportsOf(owner)).toEqual([])
    await associate(owner, told.members[0])
    expect(await reportsOf(owner)).toMatchObject([{ id: reportId }])
    expect((await messagesOf(owner)).map(({ kind }) => kind)).toEqual(['case_linked'])
  })

  test('is in time or late by the day on which it reached the agency', async () => {
    const told = await anAgencyCase(api)
    const change = { ...aChange(told), changedOn: addDays(today, -15) }
    const onTheLastDay = await anEnteredReport(told, { changes: [change], receivedOn: addDays(today, -5) })
    const dueOn = addDays(today, -5)
    expect(onTheLastDay).toMatchObject({ receivedOn: dueOn, changes: [{ dueOn, inTime: true }] })
    const dayAfter = await anEnteredReport(told, { changes: [change], receivedOn: addDays(today, -4) })
    expect(dayAfter).toMatchObject({ changes: [{ dueOn, inTime: false }] })
    const seen = await told.owner.browser.send('GET', `/change-reports/${dayAfter.reportId}`)
    const { receivedOn } = dayAfter
    expect(seen.json()).toMatchObject({ receivedOn, dueOn, changes: [{ dueOn, daysLeft: -1 }] })
    expect(await reportsOf(told.owner)).toMatchObject([{ receivedOn }, { receivedOn: dueOn }])
  })

  test('is entered once, whatever becomes of the answer', async () => {
    const told = await anAgencyCase(api)
    const key = newKey()
    const send = () => told.worker.send('POST', '/agency/change-reports', anEntry(told), key)
    const first = await send()
    expect([first.statusCode, (await send()).body]).toEqual([201, first.body])
    expect(await reportsOf(told.owner)).toHaveLength(1)
    const { rows } = await api.deps.pool.query<{ details: unknown; actor_id: string }>(
      `SELECT details, actor_id FROM audit_event WHERE event = 'change_report.entered' AND subject_id = $1`,
      [first.json<Receipt>().reportId],
    )
    expect(rows).toEqual([{ details: { channel: 'phone' }, actor_id: told.worker.tokenId }])
  })

  test('names who told it to the agency, whether they have an account or not', async () => {
    const told = await anAgencyCase(api)
    const { reportId } = await anEnteredReport(told)
    const seen = await told.worker.send('GET', `/agency/change-reports/${reportId}`)
    expect(seen.json<AgencyReport>()).toMatchObject({
      caseRef: told.caseRef,
      memberId: told.members[0].memberId,
    })
  })
})

test('a worker who feeds no cases enters reports by the reference that somebody else gave', async () => {
  const told = await anAgencyCase(api)
  const other = await anIntegrator(api, ['change-reports:write'])
  const entered = await other.send('POST', '/agency/change-reports', anEntry(told), newKey())
  expect(entered.statusCode).toBe(201)
  expect(await reportsOf(told.owner)).toHaveLength(1)
})

describe('a report is not entered', () => {
  const enter = async (changes: (told: Awaited<ReturnType<typeof anAgencyCase>>) => object) => {
    const told = await anAgencyCase(api)
    const body = { ...anEntry(told), ...changes(told) }
    return told.worker.send('POST', '/agency/change-reports', body, newKey())
  }

  test('for a case that nobody feeds, or more than one who call it so', async () => {
    expect((await enter(() => ({ caseRef: 'C-nowhere' }))).statusCode).toBe(404)
    const told = await anAgencyCase(api)
    const other = await anIntegrator(api, ['change-reports:write', 'cases:write'])
    const third = await anIntegrator(api, ['change-reports:write'])
    await other.send('PUT', `/agency/cases/${told.caseRef}`, aFedCase())
    const refused = await third.send('POST', '/agency/change-reports', anEntry(told), newKey())
    expect(refused.json()).toMatchObject({ status: 404, code: 'resource.not_found' })
    expect(await reportsOf(told.owner)).toEqual([])
  })

  test.each([
    ['by somebody whom the case does not name', () => ({ memberId: 'M-nobody' }), '/memberId'],
    ['of a day to come', () => ({ receivedOn: addDays(today, 1) }), '/receivedOn'],
    ['of a day of long ago', () => ({ receivedOn: '1899-12-31' }), '/receivedOn'],
    ['as one that came online', () => ({ channel: 'online' }), '/channel'],
    ['without any change', () => ({ changes: [] }), '/changes'],
    ['of a kind that there is not', () => ({ changes: [{ typeId: 'nothing' }] }), '/changes/0/typeId'],
  ])('%s', async (_, changes, pointer) => {
    const refused = await enter(changes)
    const { status, errors } = refused.json<{ status: number; errors: { pointer: string }[] }>()
    expect([status, errors[0]?.pointer]).toEqual([422, pointer])
  })

  test('with anything missing, wrong or unfinished, all of it told at once', async () => {
    const refused = await enter((told) => {
      const change = aChange(told)
      return {
        changes: [
          { ...change, details: { ...change.details, who: { memberId: 'M-nobody' } } },
          { ...change, unfinished: { changedOn: '11/2' } },
          { ...change, documentIds: [timeOrderedId()] },
        ],
      }
    })
    expect(refused.json<{ errors: unknown[] }>().errors).toEqual([
      { pointer: '/changes/0/details/who/memberId', code: 'member.unknown' },
      { pointer: '/changes/1/changedOn', code: 'change.unfinished' },
      { pointer: '/changes/2/documentIds/0', code: 'document.unknown' },
    ])
  })

  test('with what its schema refuses told beside all else', async () => {
    const refused = await enter((told) => {
      const change = aChange(told)
      const nobody = { ...change, details: { ...change.details, who: { memberId: 'M-nobody' } } }
      const changes = [{ typeId: 'school' }, { typeId: 'start_job', changedOn: 'soon' }, nobody]
      return { channel: 'online', memberId: 'M-nobody', receivedOn: addDays(today, 1), changes }
    })
    const { errors } = refused.json<{ errors: { pointer: string; code: string }[] }>()
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
      expect.arrayContaining([
        '/channel field.not_an_option',
        '/changes/1/changedOn field.wrong_format',
        '/memberId member.unknown',
        '/receivedOn day.too_late',
        '/changes/0/changedOn field.required',
        '/changes/2/details/who/memberId member.unknown',
      ]),
    )
    const unnamed = await enter(() => ({ caseRef: '', changes: [{ typeId: 'school' }] }))
    expect(unnamed.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/caseRef', '/changes/0/changedOn']),
    )
    expect((await enter(() => ({ caseRef: 'C-nowhere', changes: [] }))).statusCode).toBe(404)
  })

  test('with a thousand changes, of which no more are judged than a report may have', async () => {
    const max = reportLimits.changes
    const refused = await enter(() => ({ changes: Array<object>(1_000).fill({ typeId: 'school' }) }))
    const { errors } = refused.json<{ errors: { pointer: string; code: string; params?: object }[] }>()
    expect(errors[0]).toEqual({ pointer: '/changes', code: 'list.too_big', params: { max } })
    const judged = new Set(errors.slice(1).map(({ pointer }) => Number(pointer.split('/')[2])))
    expect([...judged]).toEqual(Array.from({ length: max }, (_, index) => index))
  })
})
