import { expect, test } from 'vitest'
import { dollarsInWords, moneyInWords } from './money.ts'

test.each(['en', 'es'] as const)('money is written as in this country (%s)', (language) => {
  expect(moneyInWords({ amount: 123_450, currency: 'USD' }, language)).toBe('$1,234.50')
  expect(moneyInWords({ amount: 5, currency: 'USD' }, language)).toBe('$0.05')
})

test('to the nearest dollar', () => {
  expect(dollarsInWords({ amount: 123_450, currency: 'USD' }, 'en')).toBe('$1,235')
  expect(dollarsInWords({ amount: 123_449, currency: 'USD' }, 'es')).toBe('$1,234')
})
