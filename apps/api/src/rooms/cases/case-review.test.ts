import { associationLimits } from '@connect/contract/rooms/case-links'
import type { CaseReview } from '@connect/contract/rooms/case-reviews'
import { aClientId, aFedMember } from '@connect/households/fed-case'
import { addAssociationFailures, ageAssociations } from '@connect/prisma/testing/factories/cases'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import { anIntegrator } from '../../testing/integrator.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredCase, tripleOf, wrongTripleOf } from '../../testing/stored-case.ts'
import { storedMails } from '../../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { openReviews } from './case-review-opening.store.ts'

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

describe('an account that is locked in two ways', () => {
  const lock = ({ id }: QuickOwner) => api.deps.caseAssociation.reviews.lockedAccount(id)

  test('is not asked about again for 30 days after a worker kept it closed', async () => {
    const owner = await aQuickOwner(api)
    await lock(owner)
    const [review] = await reviewsOf(owner)
    expect((await decide(review?.id ?? '', 'keep_locked')).statusCode).toBe(200)
    await lock(owner)
    expect(await reviewsOf(owner)).toEqual([])
    await api.deps.pool.query(
      `UPDATE case_review SET decided_at = decided_at - interval '31 days' WHERE id = $1`,
      [review?.id],
    )
    await lock(owner)
    expect(await reviewsOf(owner)).toHaveLength(1)
  })

  test('is asked about once, although both are found at the same moment', async () => {
    const owner = await aQuickOwner(api)
    const subject = api.deps.lookup('account', owner.id)
    const subjects = { account: subject, client: api.deps.lookup('client-id', aClientId()) }
    const totals = { account: associationLimits.inAll, client: 1 }
    const ids = [timeOrderedId(), timeOrderedId(), timeOrderedId()] as const
    let signingIn: Promise<void> | undefined
    await api.deps.commit(async (tx) => {
      await openReviews(tx, { accountId: owner.id, subjects, claimed: null, totals, ids })
      let isDone = false
      signingIn = lock(owner).then(() => {
        isDone = true
      })
      await vi.waitFor(async () => expect(isDone || (await isSomebodyWaiting())).toBe(true))
    })
    await signingIn
    expect(await reviewsOf(owner)).toHaveLength(1)
  })

  async function isSomebodyWaiting(): Promise<boolean> {
    const { rowCount } = await api.deps.pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    return (rowCount ?? 0) > 0
  }
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
