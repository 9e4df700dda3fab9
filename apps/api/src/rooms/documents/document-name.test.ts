import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayName } from './document-name.ts'

test('a name is shown without folders', () => {
  expect(displayName('C:\\Users\\Ana\\Talón de pago.pdf')).toBe('Talón de pago.pdf')
  expect(displayName('../../etc/passwd/../photo.jpg')).toBe('photo.jpg')
  expect(displayName('/var/tmp/a\\b/c.png')).toBe('c.png')
})

test('a name is shown without what nobody sees or what turns letters around', () => {
  expect(displayName('a\r\nSet-Cookie: x\0.pdf')).toBe('aSet-Cookie: x.pdf')
  expect(displayName('pay%0D%0Astub%22.pdf')).toBe('paystub".pdf')
  expect(displayName('photo\u202Egpj.exe')).toBe('photogpj.exe')
  expect(displayName('\u2066\u061C\uFEFF\u200Ba\u2028b\u{E0041}.heic')).toBe('ab.heic')
  expect(displayName('\ud800half.pdf')).toBe('half.pdf')
  expect(displayName('a\t \u00a0 b .pdf')).toBe('a b.pdf')
})

test('letters stay as people write them, in one form', () => {
  expect(displayName('Muñoz.pdf'.normalize('NFD'))).toBe('Muñoz.pdf')
  expect(displayName('👩‍👧 می‌خواهم.jpg')).toBe('👩‍👧 می‌خواهم.jpg')
  expect(displayName('100%25.pdf')).toBe('100%25.pdf')
})

test('a name is never empty', () => {
  for (const given of ['', ' ', '.', '..', '/', '\u202E', '\0']) expect(displayName(given)).toBe('document')
  for (const given of ['.pdf', ' .pdf', '..pdf', '../.pdf']) expect(displayName(given)).toBe('document.pdf')
})

test('a long name is cut before its ending, and not within what is read as one', () => {
  expect(displayName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(196)}.pdf`)
  const family = '👨‍👩‍👧‍👦'
  const cut = displayName(`${family.repeat(60)}.jpeg`)
  expect(cut).toBe(`${family.repeat(Math.floor(195 / family.length))}.jpeg`)
  expect(displayName(`a${'\u0301'.repeat(1000)}.pdf`)).toBe('document.pdf')
})

test('whatever is given, a name can be shown, and is its own display name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = displayName(given)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(200)
      expect(name).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}/\\\u202A-\u202E\u2066-\u2069]/u)
      expect(displayName(name)).toBe(name)
    }),
    { numRuns: 500 },
  )
})
