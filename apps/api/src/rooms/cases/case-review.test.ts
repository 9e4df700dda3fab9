import type { CaseReview } from '@connect/contract/rooms/case-reviews'
import { aClientId, aFedMember } from '@connect/households/fed-case'
import { addAssociationFailures, ageAssociations } from '@connect/prisma/testing/factories/cases'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredCase, tripleOf, wrongTripleOf } from '../../testing/stored-case.ts'
import { storedMails } from '../../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let worker: Awaited<ReturnType<typeof anIntegrator>>
beforeAll(async () => {
  api = await startTestApp()
  worker = await anIntegrator(api, ['reviews:decide'])
})
afterAll(() => api.stop())
// So many fail here that a security check were due, unless more failed in the days before.
beforeEach(() => addAssociationFailures(api.database.ownerUrl, { count: 100_000, hoursAgo: 48 }))

const associate = ({ browser }: Pick<QuickOwner, 'browser'>, body: unknown) =>
  browser.send('POST', '/case-links', body, newKey())

const decide = (id: string, decision: string, key = newKey()) =>
  worker.send('POST', `/agency/reviews/${id}/decision`, { decision }, key)

async function reviews(query = ''): Promise<CaseReview[]> {
  const answer = await worker.send('GET', `/agency/reviews?limit=100${query}`)
  return answer.json<{ items: CaseReview[] }>().items
}

/** Those that concern one of these accounts or cases. */
async function reviewsOf(owner: { readonly id: string } | null, caseRef?: string): Promise<CaseReview[]> {
  return (await reviews()).filter(
    (review) => review.caseRef === caseRef || review.accounts.some(({ id }) => id === owner?.id),
  )
}

async function messagesOf({ browser }: Pick<QuickOwner, 'browser'>): Promise<string[]> {
  const messages = await browser.send('GET', '/account/messages')
  return messages.json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind)
}

describe('a second claim on a client ID', () => {
  async function aClaim() {
    const { caseRef, caseId, members } = await aStoredCase(api)
    const holder = await aSignedInPerson(api)
    const claimant = await aQuickOwner(api)
    await associate(holder, tripleOf(members[0]))
    const refused = await associate(claimant, tripleOf(members[0]))
    const [review] = await reviewsOf(claimant)
    if (review === undefined) throw new Error('nothing was opened')
    return { caseRef, caseId, member: members[0], holder, claimant, refused, review }
  }

  test('is refused like a wrong one, goes to a worker once, and the holder is told once', async () => {
    const { caseRef, member, holder, claimant, refused, review } = await aClaim()
    expect(refused.json()).toMatchObject({
      status: 422,
      code: 'case_link.not_matched',
      params: { attemptsLeftToday: 4 },
    })
    expect(review).toEqual({
      id: expect.any(String) as string,
      kind: 'second_claim',
      createdAt: expect.any(String) as string,
      caseRef,
      memberId: member.memberId,
      accounts: [
        { id: holder.person.id, userId: holder.person.userId, role: 'holder' },
        { id: claimant.id, userId: expect.any(String) as string, role: 'claimant' },
      ],
      decidedAt: null,
      decision: null,
    })
    await associate(claimant, tripleOf(member))
    expect(await reviewsOf(claimant)).toHaveLength(1)
    expect(await messagesOf(holder)).toEqual(['client_id_claimed', 'case_linked'])
    expect(await messagesOf(claimant)).toEqual([])
    const mails = (await storedMails(api)).filter(({ to }) => to === holder.person.email)
    expect(mails.map(({ template }) => template)).toContain('client_id_claimed')
    const other = await aQuickOwner(api)
    await associate(other, tripleOf(member))
    expect(await reviewsOf(other)).toHaveLength(1)
  })

  test('that a worker transfers moves the client ID, tells both, and counts from 0', async () => {
    const { caseId, holder, claimant, review } = await aClaim()
    const decided = await decide(review.id, 'transfer')
    expect(decided.statusCode).toBe(200)
    expect(decided.json()).toMatchObject({ id: review.id, decision: 'transfer' })
    expect((await claimant.browser.send('GET', '/case-links')).json()).toMatchObject({
      items: [{ caseId, held: false }],
    })
    expect((await holder.browser.send('GET', '/case-links')).json()).toMatchObject({ items: [] })
    expect(await messagesOf(claimant)).toEqual(['case_linked'])
    expect((await messagesOf(holder))[0]).toBe('case_link_moved')
    const { rowCount } = await api.deps.pool.query('SELECT FROM association_counter WHERE subject = $1', [
      Buffer.from(api.deps.lookup('account', claimant.id)),
    ])
    expect(rowCount).toBe(0)
  })

  test('that a worker turns down leaves the client ID where it is, and is not asked for again at once', async () => {
    const { caseId, member, holder, claimant, review } = await aClaim()
    expect((await decide(review.id, 'keep_holder')).statusCode).toBe(200)
    expect((await holder.browser.send('GET', '/case-links')).json()).toMatchObject({ items: [{ caseId }] })
    await associate(claimant, tripleOf(member))
    expect(await reviewsOf(claimant)).toEqual([])
    expect((await reviews('&status=decided')).map(({ id }) => id)).toContain(review.id)
  })

  test('names whoever holds the client ID by now, and once decided who held it then', async () => {
    const { member, holder, claimant, review } = await aClaim()
    const other = await aQuickOwner(api)
    await associate(other, tripleOf(member))
    await decide(review.id, 'transfer')
    const [open] = await reviewsOf(other)
    expect(open?.accounts).toMatchObject([
      { id: claimant.id, role: 'holder' },
      { id: other.id, role: 'claimant' },
    ])
    const done = await reviews('&status=decided')
    expect(done.find(({ id }) => id === review.id)?.accounts[0]).toMatchObject({ id: holder.person.id })
    expect((await decide(open?.id ?? '', 'keep_holder')).json()).toMatchObject({
      accounts: [{ id: claimant.id }, { id: other.id }],
    })
    const kept = await reviews('&status=decided')
    expect(kept.find(({ id }) => id === open?.id)?.accounts[0]).toMatchObject({ id: claimant.id })
  })

  test('waits no longer once the claimant holds the client ID', async () => {
    const { member, holder, claimant, review } = await aClaim()
    const links = await holder.browser.send('GET', '/case-links')
    const [link] = links.json<{ items: { id: string }[] }>().items
    await holder.browser.send('DELETE', `/case-links/${link?.id ?? ''}`)
    expect((await reviewsOf(claimant))[0]?.accounts).toMatchObject([{ id: claimant.id, role: 'claimant' }])
    expect((await associate(claimant, tripleOf(member))).statusCode).toBe(201)
    expect(await reviewsOf(claimant)).toEqual([])
    const done = await reviews('&status=decided')
    expect(done.find(({ id }) => id === review.id)).toMatchObject({
      decision: 'transfer',
      accounts: [{ id: claimant.id, role: 'claimant' }],
    })
    const { rowCount } = await api.deps.pool.query(
      `SELECT FROM audit_event WHERE event = 'case_review.decided' AND actor_kind = 'system' AND subject_id = $1`,
      [review.id],
    )
    expect(rowCount).toBe(1)
  })

  test('is decided once, with a decision of its kind, for accounts that there are', async () => {
    const { claimant, review } = await aClaim()
    expect((await decide(review.id, 'unlock')).json()).toMatchObject({
      status: 422,
      errors: [
        {
          pointer: '/decision',
          code: 'case_review.wrong_decision',
          params: { options: 'keep_holder, transfer' },
        },
      ],
    })
    await api.deps.pool.query('DELETE FROM account WHERE id = $1', [claimant.id])
    expect((await decide(review.id, 'transfer')).json()).toMatchObject({
      errors: [{ params: { options: 'keep_holder' } }],
    })
    const key = newKey()
    const first = await decide(review.id, 'keep_holder', key)
    expect((await decide(review.id, 'keep_holder', key)).body).toBe(first.body)
    expect((await decide(review.id, 'keep_holder')).json()).toMatchObject({
      status: 409,
      code: 'case_review.decided',
    })
    expect((await decide(claimant.id, 'keep_holder')).statusCode).toBe(404)
  })

  test('is not taken for another one that the same key decided', async () => {
    const [one, other] = [await aClaim(), await aClaim()]
    const key = newKey()
    const first = await decide(one.review.id, 'keep_holder', key)
    expect((await decide(other.review.id, 'keep_holder', key)).json()).toMatchObject({
      status: 422,
      code: 'idempotency.key_reused',
    })
    expect((await decide(one.review.id, 'keep_holder', key)).body).toBe(first.body)
    expect((await decide(other.review.id, 'keep_holder')).json()).toMatchObject({ id: other.review.id })
  })
})

describe('a client ID at its limit', () => {
  test('goes to a worker, who opens it', async () => {
    const { caseRef, members } = await aStoredCase(api)
    for (let day = 0; day < 2; day += 1) {
      const strangers = await Promise.all(Array.from({ length: 5 }, () => aQuickOwner(api)))
      expect(await reviewsOf(null, caseRef)).toEqual([])
      await Promise.all(strangers.map((one) => associate(one, wrongTripleOf(members[0]))))
      await ageAssociations(api.database.ownerUrl, 25)
    }
    const [review, ...others] = await reviewsOf(null, caseRef)
    expect(others).toEqual([])
    expect(review).toMatchObject({
      kind: 'locked_client_id',
      memberId: members[0].memberId,
      accounts: [],
    })
    const owner = await aQuickOwner(api)
    expect((await associate(owner, tripleOf(members[0]))).statusCode).toBe(422)
    expect((await decide(review?.id ?? '', 'unlock')).statusCode).toBe(200)
    expect((await associate(owner, tripleOf(members[0]))).statusCode).toBe(201)
  })
})

describe('an account at its limit', () => {
  test('goes to a worker, who keeps it closed or opens it', async () => {
    const { members } = await aStoredCase(api)
    const owner = await aQuickOwner(api)
    for (let day = 0; day < 2; day += 1) {
      expect(await reviewsOf(owner)).toEqual([])
      const tries = Array.from({ length: 5 }, () => ({ ...tripleOf(aFedMember()), clientId: aClientId() }))
      await Promise.all(tries.map((body) => associate(owner, body)))
      await ageAssociations(api.database.ownerUrl, 25)
    }
    const [review] = await reviewsOf(owner)
    expect(review).toMatchObject({
      kind: 'locked_account',
      caseRef: null,
      memberId: null,
      accounts: [{ id: owner.id, role: 'locked' }],
    })
    expect((await associate(owner, tripleOf(members[0]))).statusCode).toBe(422)
    expect((await decide(review?.id ?? '', 'unlock')).statusCode).toBe(200)
    expect((await associate(owner, tripleOf(members[0]))).statusCode).toBe(201)
  })
})

describe('the list of reviews', () => {
  test('is oldest first, by kind and in pages, and looking at it is audited', async () => {
    const all = await reviews()
    expect(all.length).toBeGreaterThan(1)
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted())
    const claims = await reviews('&kind=second_claim')
    expect(new Set(claims.map(({ kind }) => kind))).toEqual(new Set(['second_claim']))
    const first = await worker.send('GET', '/agency/reviews?limit=1')
    const { items, nextCursor } = first.json<{ items: CaseReview[]; nextCursor: string }>()
    const next = await worker.send('GET', `/agency/reviews?limit=1&cursor=${nextCursor}`)
    expect([...items, ...next.json<{ items: CaseReview[] }>().items]).toEqual(all.slice(0, 2))
    const { rows } = await api.deps.pool.query<{ details: unknown }>(
      `SELECT details FROM audit_event WHERE event = 'case_review.listed' AND actor_id = $1 ORDER BY id DESC LIMIT 1`,
      [worker.tokenId],
    )
    expect(rows).toEqual([{ details: { kind: null, status: 'open', count: 1 } }])
  })
})
