import { aFedMember } from '@connect/households/fed-case'
import { holdCases } from '@connect/prisma/testing/factories/cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aStoredCase, tripleOf, wrongTripleOf } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

/** Somebody who recovered their password after associating a case. */
async function aHeldOwner(integratorId?: string) {
  const stored = await aStoredCase(api, {}, integratorId)
  const owner = await aQuickOwner(api)
  const linked = await owner.browser.send('POST', '/case-links', tripleOf(stored.members[0]), newKey())
  await holdCases(api.database.ownerUrl, owner.id)
  return { stored, owner, linkId: linked.json<{ id: string }>().id }
}

const confirm = ({ browser }: QuickOwner, linkId: string, body: unknown) =>
  browser.send('POST', `/case-links/${linkId}/confirmation`, body)

const links = async ({ browser }: QuickOwner) =>
  (await browser.send('GET', '/case-links')).json<{ items: { held: boolean; person: unknown }[] }>().items

test('a recovered account sees its case again once the triple is given again, and not before', async () => {
  const { stored, owner, linkId } = await aHeldOwner()
  const read = () => owner.browser.send('GET', `/cases/${stored.caseId}`)
  expect(await links(owner)).toMatchObject([{ held: true, person: null }])
  expect((await read()).json()).toMatchObject({ status: 403, code: 'case.held' })
  const confirmed = await confirm(owner, linkId, tripleOf(stored.members[0]))
  expect(confirmed.statusCode).toBe(200)
  expect(confirmed.json()).toMatchObject({ id: linkId, caseId: stored.caseId })
  expect(await links(owner)).toMatchObject([{ held: false, person: { firstName: 'Example' } }])
  expect((await read()).statusCode).toBe(200)
})

test('associating the client ID once more opens its case data as well', async () => {
  const { stored, owner } = await aHeldOwner()
  await owner.browser.send('POST', '/case-links', tripleOf(stored.members[0]), newKey())
  expect(await links(owner)).toMatchObject([{ held: false }])
})

test('wrong digits leave it closed and count like those of associating', async () => {
  const { stored, owner, linkId } = await aHeldOwner()
  const left = []
  for (let time = 0; time < 5; time += 1) {
    const refused = await confirm(owner, linkId, wrongTripleOf(stored.members[0]))
    expect(refused.json()).toMatchObject({ status: 422, code: 'case_link.not_matched' })
    left.push(refused.json<{ params: { attemptsLeftToday: number } }>().params.attemptsLeftToday)
  }
  expect(left).toEqual([4, 3, 2, 1, 0])
  expect((await confirm(owner, linkId, tripleOf(stored.members[0]))).statusCode).toBe(422)
  expect(await links(owner)).toMatchObject([{ held: true }])
})

test('the triple of another client ID confirms nothing, whoever has it', async () => {
  const { owner, linkId } = await aHeldOwner()
  const [free, taken] = [await aStoredCase(api), await aHeldOwner()]
  const second = await aStoredCase(api, { members: [aFedMember()] })
  await owner.browser.send('POST', '/case-links', tripleOf(second.members[0]), newKey())
  for (const { members } of [free, taken.stored, second])
    expect((await confirm(owner, linkId, tripleOf(members[0]))).json()).toMatchObject({
      code: 'case_link.not_matched',
    })
})

test('a link of somebody else is not there, and nothing is counted', async () => {
  const { stored, owner, linkId } = await aHeldOwner()
  const other = await aQuickOwner(api)
  expect((await confirm(other, linkId, tripleOf(stored.members[0]))).statusCode).toBe(404)
  const { rowCount } = await api.deps.pool.query('SELECT FROM association_counter WHERE subject = $1', [
    Buffer.from(api.deps.lookup('account', other.id)),
  ])
  expect(rowCount).toBe(0)
  expect(await links(owner)).toMatchObject([{ held: true }])
})

test('an association is not removed until it is confirmed, so that nobody gets around it', async () => {
  const { stored, owner, linkId } = await aHeldOwner()
  const remove = () => owner.browser.send('DELETE', `/case-links/${linkId}`)
  expect((await remove()).json()).toMatchObject({ status: 403, code: 'case.held' })
  expect(await links(owner)).toMatchObject([{ held: true }])
  await confirm(owner, linkId, tripleOf(stored.members[0]))
  expect((await remove()).statusCode).toBe(204)
})

test('whoever does not know the digits any more confirms with a one-time code, and removes the association', async () => {
  const agency = await anIntegrator(api, ['cases:write'])
  const { stored, owner, linkId } = await aHeldOwner(agency.integratorId)
  const [{ memberId, clientId, birthYear }] = stored.members
  const url = `/agency/cases/${stored.caseRef}/association-codes`
  const { code } = (await agency.send('POST', url, { memberId }, newKey())).json<{ code: string }>()
  expect((await confirm(owner, linkId, { clientId, birthYear, code })).statusCode).toBe(200)
  expect((await owner.browser.send('DELETE', `/case-links/${linkId}`)).statusCode).toBe(204)
})
