import { expect, test } from 'vitest'
import { dateInWords } from './dates.ts'

test('a calendar day is that day everywhere', () => {
  expect(dateInWords('2026-11-21', 'en')).toBe('November 21, 2026')
  expect(dateInWords('2026-11-21', 'es')).toBe('21 de noviembre de 2026')
})

test('an instant is told by the calendar of New York', () => {
  expect(dateInWords('2026-11-22T03:00:00Z', 'en')).toBe('November 21, 2026')
})
