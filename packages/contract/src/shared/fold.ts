/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
}

/**
 * A text with the differences folded away that people do not count: case, accents, width, ligatures. `José`,
 * `JOSE` and `ｊｏｓé` all give `jose`. Everything but letters stays as it is; folding twice changes nothing.
 */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      // Upper case first: only so do ſ, ı and the two small sigmas meet their plain forms.
      .toUpperCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      // One letter at a time: by the word, the last sigma of a word would come out as another letter.
      .replace(/\p{L}/gu, (letter) => letter.toLowerCase())
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[ßæœøđðłþħŧŋĸ]/g, (letter) => plainLetters[letter] ?? letter)
  )
}

/**
 * What stands between the words of a name or an answer: everything but letters and digits. The modifier letters
 * that look like apostrophes (ʻ ʼ and their kin) are letters to Unicode and apostrophes to people.
 */
export const betweenWords = /[^\p{L}\p{N}]|[\u02b0-\u02ff]/gu
