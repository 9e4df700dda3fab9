import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confirmationDigits, confirmationNumber, readConfirmationNumber } from './confirmation-number.ts'

const elevenDigits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: confirmationDigits, maxLength: confirmationDigits })
  .map((digits) => digits.join(''))

describe('a confirmation number', () => {
  test('has twelve digits in groups of four, the last one a check digit after Damm', () => {
    expect(confirmationNumber('00000000572')).toBe('0000 0000 5724')
    expect(confirmationNumber('00000000000')).toBe('0000 0000 0000')
    expect(() => confirmationNumber('123')).toThrow('eleven digits')
  })

  test('is read however people write it', () => {
    fc.assert(
      fc.property(elevenDigits, fc.constantFrom('', ' ', '-', '–', '\u00a0', '  '), (digits, between) => {
        const made = confirmationNumber(digits)
        expect(readConfirmationNumber(` ${made.replaceAll(' ', between)}\n`)).toBe(made)
      }),
    )
  })

  test('is not read with any single digit wrong, nor with any two neighbours swapped', () => {
    fc.assert(
      fc.property(elevenDigits, (digits) => {
        const made = confirmationNumber(digits).replaceAll(' ', '')
        for (const [at, digit] of Array.from(made).entries()) {
          const others = Array.from('0123456789').filter((other) => other !== digit)
          for (const other of others)
            expect(readConfirmationNumber(made.slice(0, at) + other + made.slice(at + 1))).toBeNull()
          const next = made[at + 1]
          if (next !== undefined && next !== digit)
            expect(readConfirmationNumber(made.slice(0, at) + next + digit + made.slice(at + 2))).toBeNull()
        }
      }),
    )
  })

  test.each(['', '123', '0000 0000 57240', '0000 0000 572x', '٠٠٠٠ ٠٠٠٠ ٠٠٠٠'])('is not %j', (typed) => {
    expect(readConfirmationNumber(typed)).toBeNull()
  })
})
