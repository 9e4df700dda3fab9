import type { CaseReview } from '@connect/contract/rooms/case-reviews'
import { ageAccount } from '@connect/prisma/testing/factories/account'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { aStoredNotice } from '../../testing/own-case.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredCase, tripleOf, wrongTripleOf } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let worker: Awaited<ReturnType<typeof anIntegrator>>
beforeAll(async () => {
  api = await startTestApp()
  worker = await anIntegrator(api, ['reviews:decide'])
})
afterAll(() => api.stop())

type Person = Awaited<ReturnType<typeof aSignedInPerson>>

const associate = ({ browser }: Pick<QuickOwner, 'browser'>, body: unknown) =>
  browser.send('POST', '/case-links', body, newKey())

const decide = (id: string, decision: string) =>
  worker.send('POST', `/agency/reviews/${id}/decision`, { decision }, newKey())

/** Deletes an account as its owner does, a day later. */
async function leave({ person, browser }: Person): Promise<void> {
  const asked = await browser.send('DELETE', '/account', { password: person.password })
  expect(asked.statusCode).toBe(200)
  await ageAccount(api.database.ownerUrl, person.id, 24.01)
  expect(await api.deps.ownAccount.deletion.deleteAllDue()).toBe(1)
}

async function reviewOf(caseRef: string): Promise<CaseReview> {
  const answer = await worker.send('GET', '/agency/reviews?limit=100')
  expect(answer.statusCode).toBe(200)
  const found = answer.json<{ items: CaseReview[] }>().items.find((review) => review.caseRef === caseRef)
  if (found === undefined) throw new Error('no review of that case waits')
  return found
}

/** A client ID that one person holds and another claims. */
async function aClaim() {
  const { caseRef, caseId, members } = await aStoredCase(api)
  const [holder, claimant] = [await aSignedInPerson(api), await aSignedInPerson(api)]
  expect((await associate(holder, tripleOf(members[0]))).statusCode).toBe(201)
  expect((await associate(claimant, tripleOf(members[0]))).statusCode).toBe(422)
  return { caseRef, caseId, member: members[0], holder, claimant }
}

describe('an account that is deleted', () => {
  test('takes its cases, marks and tries along, and frees its client ID for another account', async () => {
    const { caseId, members } = await aStoredCase(api)
    const letter = await aStoredNotice(api, caseId)
    const left = await aSignedInPerson(api)
    await associate(left, wrongTripleOf(members[0]))
    await associate(left, tripleOf(members[0]))
    await left.browser.send('GET', `/cases/${caseId}/notices/${letter.id}`)
    await leave(left)
    const { rows } = await api.deps.pool.query<{ kept: number }>(
      `SELECT (SELECT count(*)::int FROM case_link WHERE account_id = $1)
            + (SELECT count(*)::int FROM case_notice_read WHERE account_id = $1)
            + (SELECT count(*)::int FROM association_counter WHERE subject = $2) AS kept`,
      [left.person.id, Buffer.from(api.deps.lookup('account', left.person.id))],
    )
    expect(rows).toEqual([{ kept: 0 }])
    const next = await aQuickOwner(api)
    expect((await associate(next, tripleOf(members[0]))).json()).toMatchObject({ caseId })
    const letters = await next.browser.send('GET', `/cases/${caseId}/notices`)
    expect(letters.json()).toMatchObject({ items: [{ readAt: null }], unread: 1 })
  })

  test('as the holder of a client ID that is claimed: the review names the claimant alone, who may get it', async () => {
    const { caseRef, caseId, holder, claimant } = await aClaim()
    await leave(holder)
    const review = await reviewOf(caseRef)
    expect(review.accounts).toEqual([
      { id: claimant.person.id, userId: claimant.person.userId, role: 'claimant' },
    ])
    expect((await decide(review.id, 'transfer')).statusCode).toBe(200)
    expect((await claimant.browser.send('GET', '/case-links')).json()).toMatchObject({ items: [{ caseId }] })
  })

  test('as the holder: whoever claims it is let in without a worker, who is asked no more', async () => {
    const { caseRef, caseId, member, holder, claimant } = await aClaim()
    await leave(holder)
    const review = await reviewOf(caseRef)
    expect((await associate(claimant, tripleOf(member))).statusCode).toBe(201)
    expect((await decide(review.id, 'keep_holder')).json()).toMatchObject({ code: 'case_review.decided' })
    expect((await claimant.browser.send('GET', '/case-links')).json()).toMatchObject({ items: [{ caseId }] })
  })

  test('as the claimant: the review can be closed, and the holder keeps the case', async () => {
    const { caseRef, caseId, holder, claimant } = await aClaim()
    await leave(claimant)
    const review = await reviewOf(caseRef)
    expect(review.accounts).toEqual([{ id: holder.person.id, userId: holder.person.userId, role: 'holder' }])
    expect((await decide(review.id, 'transfer')).json()).toMatchObject({
      status: 422,
      errors: [{ code: 'case_review.wrong_decision', params: { options: 'keep_holder' } }],
    })
    expect((await decide(review.id, 'keep_holder')).statusCode).toBe(200)
    expect((await holder.browser.send('GET', '/case-links')).json()).toMatchObject({ items: [{ caseId }] })
  })

  test('while a worker is asked to open it: the review names nobody, and is closed by either decision', async () => {
    const locked = await aSignedInPerson(api)
    await api.deps.caseAssociation.reviews.lockedAccount(locked.person.id)
    await leave(locked)
    await api.deps.caseAssociation.reviews.lockedAccount(locked.person.id)
    const list = await worker.send('GET', '/agency/reviews?limit=100&kind=locked_account')
    const open = list.json<{ items: CaseReview[] }>().items
    expect(open).toMatchObject([{ accounts: [] }])
    expect((await decide(open[0]?.id ?? '', 'unlock')).statusCode).toBe(200)
  })
})
