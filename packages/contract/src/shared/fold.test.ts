import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold.ts'

describe('folding a text', () => {
  it.each([
    ['JOSÉ', 'jose'],
    ['Jose\u0301', 'jose'],
    ['ＪＯＳＥ', 'jose'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Işık İl', 'isik il'],
    ['Ærø Łódź', 'aero lodz'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['ﬁn', 'fin'],
  ])('%s gives %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('changes nothing the second time, whatever the character', () => {
    for (let first = 0; first < 0x2_0000; first += 256) {
      const characters = String.fromCodePoint(...Array.from({ length: 256 }, (_, at) => first + at))
      const folded = foldText(characters)
      expect(foldText(folded) === folded, `U+${first.toString(16)} and the next`).toBe(true)
    }
  })

  it('gives the same for composed and decomposed, large and small letters', () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from('abcñéüçøßæłðşıIİžΣσς李')) })
    fc.assert(
      fc.property(letters, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
        expect(foldText(text.toUpperCase())).toBe(foldText(text))
      }),
    )
  })
})
