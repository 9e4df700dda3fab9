import { documentLimits } from '@connect/contract/rooms/documents'

/** What a name is without one. */
const unnamed = 'document'

/**
 * What nobody sees or what turns the letters after it around: control and format characters, line ends, and what is not
 * assigned. Two of them stay, which join letters and parts of a picture.
 */
const unseen = /(?![\u200C\u200D])[\p{C}\p{Zl}\p{Zp}]/gu

/** Browsers write these three so within a form (HTML, "Multipart form data"); elsewhere they leave the sign as it is. */
const formEscapes: Readonly<Record<string, string>> = { '%22': '"', '%0D': '', '%0A': '' }

/**
 * The name of a file as it may be shown: without folders and without what is not seen, in one form of its letters, cut to
 * 200 characters before its ending and never within what is read as one. Never empty.
 */
export function displayName(given: string): string {
  const readable = given
    .replaceAll(/%(?:22|0D|0A)/g, (escape) => formEscapes[escape] ?? '')
    .replaceAll(unseen, '')
    .normalize('NFC')
  const name = readable.slice(Math.max(readable.lastIndexOf('/'), readable.lastIndexOf('\\')) + 1)
  const { stem, ending } = partsOf(name.replaceAll(/\s+/g, ' ').trim())
  return `${cut(stem, documentLimits.fileName - ending.length) || unnamed}${ending}`
}

/** What stands behind the last dot, in small letters; empty where there is none. */
export function endingOf(name: string): string {
  return partsOf(name).ending.slice(1).toLowerCase()
}

/** An ending is short; what is longer belongs to the name. */
function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/su.exec(name) ?? []
  return { stem: /^[.\s]*$/u.test(stem) ? '' : stem.trimEnd(), ending }
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text.slice(0, 2 * most))) {
    if (kept.length + segment.length > most) break
    kept += segment
  }
  return kept.trimEnd()
}
