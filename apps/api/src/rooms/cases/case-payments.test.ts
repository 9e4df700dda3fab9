import type { CasePayments } from '@connect/contract/rooms/cases'
import { aFedPayment, aFedMember } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anOwnCase, type OwnCase } from '../../testing/own-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { sealCase } from './case-summary.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

async function page({ caseId, owner }: OwnCase, query = ''): Promise<CasePayments> {
  const response = await owner.browser.send('GET', `/cases/${caseId}/payments${query}`)
  expect(response.statusCode).toBe(200)
  return response.json()
}

const paidOn = (month: number, day: number): string =>
  `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** So many payments, some of one day, in no order. */
const somePayments = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aFedPayment({ paymentRef: `P.${String((index * 7) % count)}`, paidOn: paidOn(1 + (index % 5), 3) }),
  )

describe('the payments of a case', () => {
  test('come newest first, with what they are for', async () => {
    const food = aFedPayment({ paidOn: paidOn(10, 3) })
    const cash = aFedPayment({ paidOn: paidOn(11, 1), program: 'STATE_SUPPLEMENT' })
    const own = await anOwnCase(api, { payments: [food, cash] })
    expect(await page(own)).toEqual({
      items: [
        {
          id: cash.paymentRef,
          program: 'STATE_SUPPLEMENT',
          kind: 'cash',
          paidOn: cash.paidOn,
          amount: cash.amount,
        },
        { id: food.paymentRef, program: 'SNAP', kind: 'food', paidOn: food.paidOn, amount: food.amount },
      ],
      nextCursor: null,
    })
  })

  test('are none in a case without any', async () => {
    expect(await page(await anOwnCase(api, { payments: [] }))).toEqual({ items: [], nextCursor: null })
  })

  test('come in pages that neither repeat nor leave out', async () => {
    const own = await anOwnCase(api, { payments: somePayments(23) })
    const { items: all } = await page(own, '?limit=100')
    expect(all).toHaveLength(23)
    const days = all.map((payment) => payment.paidOn)
    expect(days).toEqual(days.toSorted().toReversed())
    const seen: unknown[] = []
    let query = '?limit=5'
    for (let pages = 0; pages < 5; pages += 1) {
      const { items, nextCursor } = await page(own, query)
      seen.push(...items)
      query = `?limit=5&cursor=${String(nextCursor)}`
    }
    expect(query).toBe('?limit=5&cursor=null')
    expect(seen).toEqual(all)
  })

  test('go on where a page ended, also when the case was fed anew meanwhile', async () => {
    const member = aFedMember()
    const payments = [9, 8, 7, 6].map((month) => aFedPayment({ paidOn: paidOn(month, 1) }))
    const own = await anOwnCase(api, { members: [member], payments })
    const { nextCursor } = await page(own, '?limit=2')
    const later = [aFedPayment({ paidOn: paidOn(10, 1) }), ...payments.slice(0, 1), ...payments.slice(2)]
    const fed = { asOf: new Date().toISOString(), members: [member], payments: later }
    await api.deps.commit((tx) =>
      tx.benefitCase.update({ where: { id: own.caseId }, data: sealCase(api.deps.cipher, own.caseId, fed) }),
    )
    const { items } = await page(own, `?limit=2&cursor=${String(nextCursor)}`)
    expect(items.map(({ id }) => id)).toEqual(payments.slice(2).map(({ paymentRef }) => paymentRef))
  })

  test('take as many statements for one as for a hundred', async () => {
    const own = await anOwnCase(api, { payments: somePayments(100) })
    const query = vi.spyOn(api.deps.pool, 'query')
    const statementsFor = async (limit: number): Promise<number> => {
      query.mockClear()
      await page(own, `?limit=${String(limit)}`)
      return query.mock.calls.length
    }
    expect([await statementsFor(1), await statementsFor(100)]).toEqual([2, 2])
    query.mockRestore()
  })

  test.each([
    'cursor=abc',
    'cursor=MjAyNi0wMS0wMQ',
    'cursor=MjAyNi0xMy0wMSBQ',
    'limit=0',
    'limit=101',
    'page=2',
  ])('refuse the query %s', async (query) => {
    const { caseId, owner } = await anOwnCase(api)
    const response = await owner.browser.send('GET', `/cases/${caseId}/payments?${query}`)
    expect(response.json()).toMatchObject({ status: 422, code: 'request.invalid' })
  })
})
