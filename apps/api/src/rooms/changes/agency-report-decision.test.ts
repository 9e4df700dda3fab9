import { transitionTargets, type TransitionTarget } from '@connect/contract/rooms/agency-change-reports'
import type { Report } from '@connect/contract/rooms/change-reports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgencyCase, anEnteredReport, type AgencyCase } from '../../testing/entered-report.ts'
import { anIntegrator } from '../../testing/integrator.ts'
import { anOwnReport } from '../../testing/own-report.ts'
import { newKey } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { confirmAddress, storedMails } from '../../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let told: AgencyCase
beforeAll(async () => {
  api = await startTestApp()
  told = await anAgencyCase(api)
})
afterAll(() => api.stop())

const move = (id: string, to: string, message?: string, { worker } = told) =>
  worker.send('POST', `/agency/change-reports/${id}/transitions`, { to, message }, newKey())

const reportOf = async (id: string, { owner } = told) =>
  (await owner.browser.send('GET', `/change-reports/${id}`)).json<Report>()

/** A report that went this way. */
async function aReport(...way: readonly TransitionTarget[]): Promise<string> {
  const { reportId } = await anEnteredReport(told)
  for (const to of way) {
    const moved = await move(reportId, to, 'As we agreed.')
    if (moved.statusCode !== 201) throw new Error(`not moved: ${moved.body}`)
  }
  return reportId
}

describe('a decision', () => {
  test('reaches the person: in the timeline, as a message, and by e-mail', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await confirmAddress(api, person.email ?? '')
    const own = await anAgencyCase(api, { id: person.id, browser })
    const { reportId } = await anEnteredReport(own)
    const asked = 'Please send:\n1. the last pay stub.'
    const moved = await move(reportId, 'needs_information', asked, own)
    expect([moved.statusCode, moved.json()]).toEqual([
      201,
      { id: reportId, status: 'needs_information', at: expect.any(String) as string },
    ])
    await move(reportId, 'in_review', undefined, own)
    await move(reportId, 'processed', 'Thank you.', own)

    const report = await reportOf(reportId, own)
    expect(report).toMatchObject({ status: 'processed', withdrawable: false })
    expect(report.timeline.map(({ kind, message }) => [kind, message])).toEqual([
      ['received', null],
      ['needs_information', asked],
      ['in_review', null],
      ['processed', 'Thank you.'],
    ])
    expect(report.timeline[1]?.at).toBe(moved.json<{ at: string }>().at)
    const messages = await own.owner.browser.send('GET', '/account/messages')
    const { items } = messages.json<{ items: { kind: string; about: { reportId: string | null } }[] }>()
    expect(items.map(({ kind, about }) => [kind, about.reportId])).toEqual([
      ['report_processed', reportId],
      ['report_in_review', reportId],
      ['report_needs_information', reportId],
      ['report_entered', reportId],
      ['case_linked', null],
    ])
    const mails = (await storedMails(api)).filter(({ to }) => to === person.email)
    expect(mails.filter(({ template }) => template.startsWith('report_')).slice(1)).toMatchObject([
      { template: 'report_needs_information', values: {} },
      { template: 'report_in_review', values: {} },
      { template: 'report_processed', values: {} },
    ])
  })

  const everywhere = transitionTargets
  const open = ['in_review', 'processed', 'declined'] as const
  test.each([
    ['received', [], everywhere],
    ['in_review', ['in_review'], ['needs_information', 'processed', 'declined']],
    ['needs_information', ['needs_information'], open],
    ['in_review again', ['needs_information', 'in_review'], ['needs_information', 'processed', 'declined']],
  ] as const)('leads from %s where it may, and nowhere else', async (_, way, targets) => {
    for (const to of everywhere) {
      const id = await aReport(...way)
      const answer = await move(id, to, 'As we agreed.')
      const isTaken = (targets as readonly string[]).includes(to)
      const options = targets.join(', ')
      expect([to, answer.statusCode]).toEqual([to, isTaken ? 201 : 409])
      if (!isTaken)
        expect(answer.json()).toMatchObject({ code: 'change_report.transition', params: { options } })
      expect((await reportOf(id)).status).toBe(isTaken ? to : (way.at(-1) ?? 'received'))
    }
  })

  test.each(['processed', 'declined'] as const)('is final where a report is %s', async (last) => {
    const id = await aReport(last)
    for (const to of everywhere) {
      const answer = await move(id, to, 'Once more.')
      expect(answer.json()).toMatchObject({ status: 409, code: 'change_report.decided' })
    }
    expect((await reportOf(id)).timeline).toHaveLength(2)
  })

  test('is final where the person took the report back', async () => {
    const id = await aReport()
    await api.deps.pool.query(`UPDATE change_report SET status = 'withdrawn' WHERE id = $1`, [id])
    expect((await move(id, 'processed')).json()).toMatchObject({ status: 409, code: 'change_report.decided' })
  })

  test.each(['needs_information', 'declined'] as const)('says why when it is %s', async (to) => {
    const id = await aReport()
    const refused = await move(id, to)
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/message', code: 'field.required' }],
    })
    expect((await reportOf(id)).status).toBe('received')
  })

  test.each([
    ['an unknown step', { to: 'withdrawn' }, '/to'],
    ['an empty message', { to: 'in_review', message: '' }, '/message'],
    ['a message that steers how it is shown', { to: 'in_review', message: 'a\u202eb' }, '/message'],
    ['a message beyond measure', { to: 'in_review', message: 'a'.repeat(2001) }, '/message'],
    ['another field', { to: 'in_review', note: 'a' }, '/note'],
  ])('is refused with %s', async (_, body, pointer) => {
    const id = await aReport()
    const refused = await told.worker.send('POST', `/agency/change-reports/${id}/transitions`, body, newKey())
    expect([refused.statusCode, refused.json()]).toMatchObject([422, { errors: [{ pointer }] }])
  })

  test('is made once, however many decide at once', async () => {
    const id = await aReport()
    const targets = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 'processed' : 'declined'))
    const answers = await Promise.all(targets.map((to) => move(id, to, 'At once.')))
    const won = answers.findIndex(({ statusCode }) => statusCode === 201)
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([
      201,
      ...Array.from({ length: 9 }, () => 409),
    ])
    const report = await reportOf(id)
    expect([report.status, report.timeline.length]).toEqual([targets[won], 2])
  })

  test('is written down and told to nobody where the account is gone', async () => {
    const own = await anAgencyCase(api)
    const { id } = await anOwnReport(api, own)
    await api.deps.pool.query('DELETE FROM account WHERE id = $1', [own.owner.id])
    expect((await move(id, 'declined', 'It came too late.', own)).statusCode).toBe(201)
    const seen = await own.worker.send('GET', `/agency/change-reports/${id}`)
    const { memberId } = own.members[0]
    expect(seen.json()).toMatchObject({ status: 'declined', memberId, signedName: 'Rosa Example' })
  })

  test('is made by whichever worker, and leaves a row of whose token made it', async () => {
    const id = await aReport()
    const other = await anIntegrator(api, ['change-reports:decide'])
    expect((await move(id, 'processed', undefined, { ...told, worker: other })).statusCode).toBe(201)
    const { rows } = await api.deps.pool.query(
      `SELECT actor_id, details FROM audit_event WHERE event = 'change_report.decided' AND subject_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ actor_id: other.tokenId, details: { from: 'received', to: 'processed' } }])
  })
})
