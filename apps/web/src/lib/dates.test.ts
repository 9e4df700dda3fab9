import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { expect, test, vi } from 'vitest'
import { activateLanguage, i18n } from './copy/language.ts'
import { dateInWords, momentInWords } from './dates.ts'

test('a calendar day is that day everywhere', () => {
  expect(dateInWords('2026-11-21', 'en')).toBe('November 21, 2026')
  expect(dateInWords('2026-11-21', 'es')).toBe('21 de noviembre de 2026')
})

test('numbers in words are written as in this country, in Spanish too', async () => {
  vi.stubGlobal('document', { documentElement: {} })
  for (const [language, words] of [
    ['en', '{count, plural, one {# day left} other {# days left}}'],
    ['es', '{count, plural, one {queda # día} other {quedan # días}}'],
  ] as const) {
    i18n.load(language, { left: compileMessageOrThrow(words) })
    await activateLanguage(language)
    expect(i18n._('left', { count: 2912117 })).toContain('2,912,117 d')
  }
  vi.unstubAllGlobals()
})

test('an instant is told by the calendar of New York', () => {
  expect(dateInWords('2026-11-22T03:00:00Z', 'en')).toBe('November 21, 2026')
})

test('a moment is told by the clocks of New York, as each language writes them in this country', () => {
  const plain = (text: string) => text.replace(/\s/gu, ' ')
  expect(plain(momentInWords('2026-11-21T20:05:00Z', 'en'))).toBe('November 21, 2026 at 3:05 PM')
  expect(plain(momentInWords('2026-11-21T20:05:00Z', 'es'))).toBe('21 de noviembre de 2026 a las 3:05 p.m.')
})
