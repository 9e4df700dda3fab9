import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUserId, checkUserIdAgainstNames, foldUserId, nameParts } from './user-id.ts'

const allowed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const userId = fc.string({ unit: fc.constantFrom(...Array.from(allowed)), minLength: 5, maxLength: 15 })

function codes(value: string): string[] {
  return checkUserId(value).map(({ code }) => code)
}

function partsFound(value: string, firstName: string, lastName = ''): unknown[] {
  return checkUserIdAgainstNames(value, { firstName, lastName }).map(({ params }) => params?.['part'])
}

describe('a user ID', () => {
  it('is any 5 to 15 letters and digits', () => {
    fc.assert(
      fc.property(userId, (value) => {
        expect(codes(value)).toEqual([])
      }),
    )
  })

  it.each([
    ['', ['user_id.required']],
    ['heron', []],
    ['hero', ['user_id.too_short']],
    ['heronheronheron', []],
    ['heronheronheron1', ['user_id.too_long']],
    ['12345', []],
    ['heron 42', ['user_id.characters']],
    [' heron42', ['user_id.characters']],
    ['heron42\n', ['user_id.characters']],
    ['heron-42', ['user_id.characters']],
    ['heron_42', ['user_id.characters']],
    ['heron@42', ['user_id.characters']],
    ['ｈｅｒｏｎ４２', ['user_id.characters']],
    ['heronı42', ['user_id.characters']],
    ['\u212aELVIN42', ['user_id.characters']],
    ['heron\u200b42', ['user_id.characters']],
    ['heron\u202e42', ['user_id.characters']],
    ['heron\u000042', ['user_id.characters']],
    ['herón42', ['user_id.characters']],
    ['hero\u0301n42', ['user_id.characters']],
    ['🪿🪿🪿🪿🪿', ['user_id.characters']],
    ['🪿🪿🪿', ['user_id.too_short', 'user_id.characters']],
  ])('%j breaks %j', (value, broken) => {
    expect(codes(value)).toEqual(broken)
  })

  it('is counted in characters as people count them, not in halves of them', () => {
    expect(codes('🪿'.repeat(15))).toEqual(['user_id.characters'])
    expect(codes('🪿'.repeat(16))).toEqual(['user_id.too_long', 'user_id.characters'])
  })

  it('breaks a rule as soon as one character that is neither a letter A to Z nor a digit is in it', () => {
    const other = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
      .filter((text) => !/^[A-Za-z0-9]*$/.test(text))
    fc.assert(
      fc.property(userId, other, fc.nat(15), (value, sign, at) => {
        expect(codes(value.slice(0, at) + sign + value.slice(at))).toContain('user_id.characters')
      }),
    )
  })

  it('is the same to signing in however it is cased', () => {
    fc.assert(
      fc.property(userId, (value) => {
        expect(foldUserId(value.toUpperCase())).toBe(foldUserId(value.toLowerCase()))
      }),
    )
  })
})

describe('a user ID beside the names', () => {
  it.each([
    ['josefina1', 'Josefina', ['josefina']],
    ['JOSEFINA1', 'josefina', ['josefina']],
    ['xxjose99', 'José', ['jose']],
    ['xxjose99', 'Jose\u0301', ['jose']],
    ['XXNUNEZ9', 'Núñez', ['nunez']],
    ['strasse12', 'Straße', ['strasse']],
    ['jorgensen', 'Jørgensen', ['jorgensen']],
    ['isik2026', 'Işık', ['isik']],
    ['istanbul9', 'İstanbul', ['istanbul']],
    ['lukasz77', 'Łukasz', ['lukasz']],
    ['fiona2026', 'ﬁona', ['fiona']],
    ['maria2026', 'ｍａｒｉａ', ['maria']],
    ['brien2026', 'O’Brien', ['brien']],
    ['brien2026', "O'Brien", ['brien']],
    ['brien2026', 'OʼBrien', ['brien']],
    ['angelo77', 'D‘Angelo', ['angelo']],
    ['garcia77', 'García-Márquez', ['garcia']],
    ['xmarquez7', 'García‑Márquez', ['marquez']],
    ['cruz20261', 'de la Cruz', ['cruz']],
    ['anagarcia1', 'Ana García', ['ana', 'garcia']],
  ])('%s may not stand beside %s', (value, lastName, parts) => {
    expect(partsFound(value, 'Zoltán', lastName)).toEqual(parts)
    expect(partsFound(value, lastName, 'Zoltán')).toEqual(parts)
  })

  it.each([
    ['lighthouse', 'Li'],
    ['delago2026', 'de la O'],
    ['heron2026', 'Jo-Al'],
    ['jos2026xx', 'José'],
    ['heron2026', '李小龙'],
    ['heron2026', ''],
    ['heron2026', '’ -'],
  ])('%s may stand beside %s', (value, name) => {
    expect(partsFound(value, name, name)).toEqual([])
  })

  it('names a part once, though both names have it', () => {
    expect(partsFound('martin2026', 'Martín', 'Martin')).toEqual(['martin'])
  })

  it('is refused with any part of three letters or more anywhere in it, whatever case or accents', () => {
    const part = fc.string({
      unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')),
      minLength: 3,
      maxLength: 8,
    })
    const short = fc.string({ unit: fc.constantFrom(...Array.from('abcdefg')), maxLength: 4 })
    const accent = fc.constantFrom('', '\u0301', '\u0303', '\u0308')
    const separator = fc.constantFrom('-', ' ', '’', "'", '.', 'ʼ', '‑')
    fc.assert(
      fc.property(
        part,
        short,
        short,
        accent,
        separator,
        fc.boolean(),
        (inner, before, after, mark, between, upper) => {
          const written = [...inner].join(mark) + mark
          const name = `Q${between}${upper ? written.toUpperCase() : written}`.normalize(
            upper ? 'NFC' : 'NFD',
          )
          expect(partsFound(`${before}${inner.toUpperCase()}${after}`, '', name)).toContain(inner)
        },
      ),
    )
  })

  it('is not held against pieces of one or two letters', () => {
    const short = fc.string({ unit: fc.constantFrom(...Array.from('abcdefgñé')), maxLength: 2 })
    fc.assert(
      fc.property(fc.array(short), (pieces) => {
        expect(nameParts({ lastName: pieces.join(' ') })).toEqual([])
      }),
    )
  })
})
