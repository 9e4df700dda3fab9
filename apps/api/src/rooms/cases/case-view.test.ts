import { addDays, dayInConnecticut } from '@connect/contract/benefits/calendar'
import { caseLinksResponse } from '@connect/contract/rooms/case-links'
import { caseResponse, type Case } from '@connect/contract/rooms/cases'
import { aFedMember, aFedProgram } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import { anOwnCase, associate, aStoredNotice } from '../../testing/own-case.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aStoredCase, tripleOf } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

async function seenBy({ browser }: QuickOwner, caseId: string): Promise<Case> {
  const response = await browser.send('GET', `/cases/${caseId}`)
  expect(response.statusCode).toBe(200)
  return caseResponse.parse(response.json())
}

/** Status and code of every operation on the case. */
async function answers({ browser }: QuickOwner, caseId: string, noticeId: string): Promise<unknown[]> {
  const addresses = ['', '/payments', '/notices', `/notices/${noticeId}`]
  const responses = await Promise.all(
    addresses.map((address) => browser.send('GET', `/cases/${caseId}${address}`)),
  )
  return responses.map((response) => [response.statusCode, response.json<{ code: string }>().code])
}

const everyAnswer = (status: number, code: string): unknown[] =>
  Array.from({ length: 4 }, () => [status, code])

/** As resetting a password does. */
const hold = (accountId: string): Promise<unknown> =>
  api.deps.pool.query('UPDATE account SET case_held_since = now() WHERE id = $1', [accountId])

describe('a case of one’s own', () => {
  test('is told as it was fed last, by the day in Connecticut', async () => {
    const before = dayInConnecticut(new Date())
    const member = aFedMember({ firstName: 'Rosa' })
    const program = aFedProgram([member.memberId], { program: 'TFA', renewalDueOn: addDays(before, 3) })
    const { caseId, owner } = await anOwnCase(api, { members: [member], programs: [program] })
    const seen = await seenBy(owner, caseId)
    expect([before, dayInConnecticut(new Date())]).toContain(seen.today)
    expect(seen).toMatchObject({
      id: caseId,
      clientId: member.clientId,
      members: [{ id: member.memberId, firstName: 'Rosa', lastName: 'Person', you: true }],
      programs: [{ program: 'TFA', kind: 'cash', status: 'active', from: '2026-01-01', to: null }],
      deadlines: [{ kind: 'renewal', dueOn: addDays(before, 3) }],
      office: null,
    })
  })

  test('is each adult’s of the household by a client ID of their own, and nobody’s who may not associate', async () => {
    const [rosa, luis] = [aFedMember({ firstName: 'Rosa' }), aFedMember({ firstName: 'Luis' })]
    const son = aFedMember({ firstName: 'Teo', mayAssociate: false })
    const { caseId, owner } = await anOwnCase(api, { members: [rosa, luis, son], programs: [] })
    const other = await aQuickOwner(api)
    await associate(other, luis)
    const you = ({ members }: Case) =>
      members.filter((member) => member.you).map(({ firstName }) => firstName)
    expect(you(await seenBy(owner, caseId))).toEqual(['Rosa'])
    expect(you(await seenBy(other, caseId))).toEqual(['Luis'])
    await expect(associate(await aQuickOwner(api), son)).rejects.toThrow('case_link.not_matched')
  })

  test('is there in every case that names the person', async () => {
    const member = aFedMember()
    const first = await anOwnCase(api, { members: [member] })
    const second = await aStoredCase(
      api,
      { members: [{ ...member, firstName: 'Another' }] },
      first.integratorId,
    )
    expect((await seenBy(first.owner, first.caseId)).members[0]?.firstName).toBe('Example')
    expect((await seenBy(first.owner, second.caseId)).members[0]?.firstName).toBe('Another')
  })

  test('is kept by nobody on the way', async () => {
    const { caseId, owner } = await anOwnCase(api)
    const response = await owner.browser.send('GET', `/cases/${caseId}`)
    expect(response.headers['cache-control']).toBe('no-store')
  })
})

describe('a case that is not one’s own', () => {
  test('looks like one that does not exist, whatever is asked of it', async () => {
    const { caseId } = await anOwnCase(api)
    const notice = await aStoredNotice(api, caseId)
    const stranger = (await anOwnCase(api)).owner
    const theirs = await answers(stranger, caseId, notice.id)
    expect(theirs).toEqual(everyAnswer(404, 'resource.not_found'))
    expect(await answers(stranger, timeOrderedId(), timeOrderedId())).toEqual(theirs)
  })

  test('is what another integrator tells of the same client ID, whoever shows what that one made up', async () => {
    const member = aFedMember({ ssnLast4: '1234' })
    const { caseId, owner } = await anOwnCase(api, { members: [member] })
    const madeUp = { ...member, ssnLast4: '4321', firstName: 'Mallory' }
    const stranger = await anOwnCase(api, { members: [madeUp] })
    expect((await owner.browser.send('GET', `/cases/${stranger.caseId}`)).statusCode).toBe(404)
    expect((await stranger.owner.browser.send('GET', `/cases/${caseId}`)).statusCode).toBe(404)
    const links = caseLinksResponse.parse((await owner.browser.send('GET', '/case-links')).json())
    expect(links.items).toMatchObject([{ caseId, otherCaseIds: [], person: { firstName: 'Example' } }])
  })

  test('is every case of whoever has lost the right to associate, or is no longer named', async () => {
    const member = aFedMember()
    const { caseId, owner } = await anOwnCase(api, { members: [member] })
    const notice = await aStoredNotice(api, caseId)
    await api.deps.pool.query('UPDATE case_member SET may_associate = false WHERE case_id = $1', [caseId])
    expect(await answers(owner, caseId, notice.id)).toEqual(everyAnswer(404, 'resource.not_found'))
    await api.deps.pool.query('UPDATE case_member SET may_associate = true WHERE case_id = $1', [caseId])
    await seenBy(owner, caseId)
    await api.deps.pool.query('DELETE FROM case_member WHERE case_id = $1', [caseId])
    expect(await answers(owner, caseId, notice.id)).toEqual(everyAnswer(404, 'resource.not_found'))
  })

  test('is one’s own no more once the association is removed', async () => {
    const { caseId, owner, linkId } = await anOwnCase(api)
    await owner.browser.send('DELETE', `/case-links/${linkId}`)
    expect(await answers(owner, caseId, timeOrderedId())).toEqual(everyAnswer(404, 'resource.not_found'))
  })

  test('wants to know who asks', async () => {
    const { caseId } = await anOwnCase(api)
    expect((await api.app.inject(`/api/v1/cases/${caseId}`)).statusCode).toBe(401)
  })
})

describe('after a recovery of the password', () => {
  test('nothing of a case shows until the association is confirmed', async () => {
    const { caseId, owner, members, linkId } = await anOwnCase(api)
    const notice = await aStoredNotice(api, caseId)
    await hold(owner.id)
    expect(await answers(owner, caseId, notice.id)).toEqual(everyAnswer(403, 'case.held'))
    const address = `/case-links/${linkId}/confirmation`
    expect((await owner.browser.send('POST', address, tripleOf(members[0]), newKey())).statusCode).toBe(200)
    expect((await seenBy(owner, caseId)).members[0]?.you).toBe(true)
  })

  test('a case of two client IDs of one account opens by the one that was confirmed', async () => {
    const [rosa, luis] = [aFedMember({ firstName: 'Rosa' }), aFedMember({ firstName: 'Luis' })]
    const { caseId, owner } = await anOwnCase(api, { members: [rosa, luis], programs: [] })
    await hold(owner.id)
    await associate(owner, luis)
    expect((await seenBy(owner, caseId)).members).toMatchObject([{ you: false }, { you: true }])
  })

  test('what is not one’s own is not there, rather than held', async () => {
    const { caseId } = await anOwnCase(api)
    const { owner } = await anOwnCase(api)
    await hold(owner.id)
    expect(await answers(owner, caseId, timeOrderedId())).toEqual(everyAnswer(404, 'resource.not_found'))
  })
})
