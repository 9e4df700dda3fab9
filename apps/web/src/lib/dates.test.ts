import { expect, test } from 'vitest'
import { dateInWords, momentInWords } from './dates.ts'

test('a calendar day is that day everywhere', () => {
  expect(dateInWords('2026-11-21', 'en')).toBe('November 21, 2026')
  expect(dateInWords('2026-11-21', 'es')).toBe('21 de noviembre de 2026')
})

test('an instant is told by the calendar of New York', () => {
  expect(dateInWords('2026-11-22T03:00:00Z', 'en')).toBe('November 21, 2026')
})

test('a moment is told by the clocks of New York, as each language writes them in this country', () => {
  const plain = (text: string) => text.replace(/\s/gu, ' ')
  expect(plain(momentInWords('2026-11-21T20:05:00Z', 'en'))).toBe('November 21, 2026 at 3:05 PM')
  expect(plain(momentInWords('2026-11-21T20:05:00Z', 'es'))).toBe('21 de noviembre de 2026 a las 3:05 p.m.')
})
