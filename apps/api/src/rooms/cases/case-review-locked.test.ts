import { associationLimits } from '@connect/contract/rooms/case-links'
import type { CaseReview } from '@connect/contract/rooms/case-reviews'
import { aClientId } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import { anIntegrator } from '../../testing/integrator.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { openReviews } from './case-review-opening.store.ts'

let api: TestApp
let worker: Awaited<ReturnType<typeof anIntegrator>>
beforeAll(async () => {
  api = await startTestApp()
  worker = await anIntegrator(api, ['reviews:decide'])
})
afterAll(() => api.stop())

const decide = (id: string, decision: string) =>
  worker.send('POST', `/agency/reviews/${id}/decision`, { decision }, newKey())

async function reviewsOf({ id }: QuickOwner): Promise<CaseReview[]> {
  const { items } = (await worker.send('GET', '/agency/reviews?limit=100')).json<{ items: CaseReview[] }>()
  return items.filter(({ accounts }) => accounts.some((account) => account.id === id))
}

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
