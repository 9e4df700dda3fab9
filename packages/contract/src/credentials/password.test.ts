import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, checkPasswordAgainstUserId, specialCharacterExamples } from './password.ts'

const classes = {
  'password.needs_lower_case': 'abcdefghijklmnopqrstuvwxyz',
  'password.needs_upper_case': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'password.needs_digit': '0123456789',
  'password.needs_special': '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
} as const

function codes(value: string): string[] {
  return checkPassword(value).map(({ code }) => code)
}

/** Passwords of given classes, each of which is in there. */
function passwordOf(signs: readonly string[], minLength = 9, maxLength = 15) {
  const one = (all: string) => fc.constantFrom(...all)
  const rest = { minLength: minLength - signs.length, maxLength: maxLength - signs.length }
  return fc
    .tuple(fc.tuple(...signs.map(one)), fc.array(one(signs.join('')), rest))
    .chain(([each, others]) =>
      fc.shuffledSubarray([...each, ...others], { minLength: each.length + others.length }),
    )
    .map((letters) => letters.join(''))
}

describe('a password', () => {
  it('is any 9 to 15 printable characters of all four classes', () => {
    fc.assert(
      fc.property(passwordOf(Object.values(classes)), (value) => {
        expect(codes(value)).toEqual([])
      }),
    )
  })

  it.each(Object.keys(classes) as (keyof typeof classes)[])(
    'says %s, and only that, when the class is missing',
    (code) => {
      const others = Object.entries(classes).flatMap(([key, signs]) => (key === code ? [] : [signs]))
      fc.assert(
        fc.property(passwordOf(others), (value) => {
          expect(codes(value)).toEqual([code])
        }),
      )
    },
  )

  it.each([
    ['', ['password.required']],
    ['aB3$efgh', ['password.too_short']],
    ['aB3$efghi', []],
    ['aB3$efghijklmno', []],
    ['aB3$efghijklmnop', ['password.too_long']],
    ['aB3$ efghi', ['password.no_spaces']],
    ['aB3$efghi\t', ['password.no_spaces']],
    ['aB3$\u00a0efghi', ['password.no_spaces']],
    ['aB3$efghí', ['password.characters']],
    ['aB3$efgh\u0301i', ['password.characters']],
    ['aB3$efghiñ', ['password.characters']],
    ['aB3$efgh\u200bi', ['password.characters']],
    ['aB3$efgh\u0000i', ['password.characters']],
    ['aB3$efgh\u007fi', ['password.characters']],
    [
      'ａＢ３＄efghi',
      ['password.needs_upper_case', 'password.needs_digit', 'password.needs_special', 'password.characters'],
    ],
    [
      '🪿🪿',
      [
        'password.too_short',
        'password.needs_lower_case',
        'password.needs_upper_case',
        'password.needs_digit',
        'password.needs_special',
        'password.characters',
      ],
    ],
    [
      'é é',
      [
        'password.too_short',
        'password.needs_lower_case',
        'password.needs_upper_case',
        'password.needs_digit',
        'password.needs_special',
        'password.no_spaces',
        'password.characters',
      ],
    ],
  ])('%j breaks %j', (value, broken) => {
    expect(codes(value)).toEqual(broken)
  })

  it('may hold each of the signs that are shown as examples', () => {
    for (const sign of specialCharacterExamples) expect(codes(`aB3efghij${sign}`)).toEqual([])
  })

  it('is cut nowhere by bcrypt, which looks at 72 bytes: a character of more bytes than one is refused', () => {
    const wide = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
      .filter((text) => !/^[\0-\x7f]*$/.test(text))
    fc.assert(
      fc.property(passwordOf(Object.values(classes), 9, 12), wide, fc.nat(12), (value, text, at) => {
        const broken = codes(value.slice(0, at) + text + value.slice(at))
        expect(broken.some((code) => code === 'password.characters' || code === 'password.no_spaces')).toBe(
          true,
        )
      }),
    )
  })
})

describe('a password beside the user ID', () => {
  it('may not hold it, in either case, anywhere', () => {
    const userId = fc.string({
      unit: fc.constantFrom(...Array.from('abcXYZ019')),
      minLength: 5,
      maxLength: 10,
    })
    const around = fc.string({ unit: fc.constantFrom(...Array.from('$!qW7')), maxLength: 5 })
    fc.assert(
      fc.property(userId, around, around, (id, before, after) => {
        expect(checkPasswordAgainstUserId(before + id.toUpperCase() + after, id)).toEqual([
          { code: 'password.contains_user_id' },
        ])
      }),
    )
  })

  it('may hold a part of it', () => {
    expect(checkPasswordAgainstUserId('Blueher0n$', 'blueheron')).toEqual([])
  })

  it('is not held against a user ID that is not there yet', () => {
    expect(checkPasswordAgainstUserId('aB3$efghi', '')).toEqual([])
  })
})
