import type { CasePayment } from '@connect/contract/rooms/cases'
import { expect, it } from 'vitest'
import { paymentsByMonth } from './months.ts'

function aPayment(paidOn: string, amount: number, kind: CasePayment['kind'] = 'food'): CasePayment {
  return { id: paidOn, program: 'SNAP', kind, paidOn, amount: { amount, currency: 'USD' } }
}

it('each month has the sum of its payments, by what they are for; one without any has none', () => {
  const payments = [
    aPayment('2026-01-31', 29_100),
    aPayment('2026-01-01', 40_000, 'cash'),
    aPayment('2026-01-01', 10_000, 'cash'),
    aPayment('2025-11-30', 28_000),
  ]
  expect(paymentsByMonth(payments, '2026-01-31', { months: 3, isWhole: true })).toEqual([
    { month: '2025-11', byKind: { food: 28_000 }, total: 28_000 },
    { month: '2025-12', byKind: {}, total: 0 },
    { month: '2026-01', byKind: { food: 29_100, cash: 50_000 }, total: 79_100 },
  ])
})

it('a payment from before those months is not counted', () => {
  const payments = [aPayment('2026-01-05', 100), aPayment('2025-12-31', 200)]
  expect(paymentsByMonth(payments, '2026-01-31', { months: 1, isWhole: true })).toEqual([
    { month: '2026-01', byKind: { food: 100 }, total: 100 },
  ])
})

it('a month of which some payments may be missing is not shown', () => {
  const payments = [aPayment('2026-01-05', 100), aPayment('2025-12-31', 200)]
  const shown = paymentsByMonth(payments, '2026-01-31', { months: 3, isWhole: false })
  expect(shown.map(({ month }) => month)).toEqual(['2026-01'])
})
