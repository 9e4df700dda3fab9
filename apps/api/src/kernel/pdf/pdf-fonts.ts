import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import { unpackWoff } from './pdf-woff.ts'

const require = createRequire(import.meta.url)

/** Where each font is: all of them free to embed, as their packages say. */
const files = {
  /** Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic. */
  regular: () => require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: () => require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  /** Kana, and characters as Japanese and, for the most part, traditional Chinese have them. */
  japanese: () => require.resolve('@fontsource/kosugi/files/kosugi-japanese-400-normal.woff'),
  chinese: () =>
    require.resolve('@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff'),
} as const

export type FontName = keyof typeof files

/** A piece of text in one font; null where no font of ours has its characters. */
export interface FontRun {
  readonly text: string
  readonly font: FontName | null
}

interface LoadedFont {
  readonly bytes: Buffer
  readonly has: (codePoint: number) => boolean
}

const loaded = new Map<FontName, LoadedFont>()

/** Read when first needed: most documents need two. */
function load(name: FontName): LoadedFont {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const file = files[name]()
  const stored = readFileSync(file)
  const bytes = file.endsWith('.woff') ? unpackWoff(stored) : stored
  const font = create(bytes)
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`The file of ${name} holds more than one font`)
  const made = { bytes, has: (codePoint: number) => font.hasGlyphForCodePoint(codePoint) }
  loaded.set(name, made)
  return made
}

export function fontBytes(name: FontName): Buffer {
  return load(name).bytes
}

/** Parts a text by the fonts that have its characters; this one is asked first. */
export function fontRuns(text: string, preferred: 'regular' | 'bold'): FontRun[] {
  const runs: { text: string; readonly font: FontName | null }[] = []
  for (const character of text) {
    const font = fontOf(character.codePointAt(0) ?? 0, preferred)
    const last = runs.at(-1)
    if (last?.font === font) last.text += character
    else runs.push({ text: character, font })
  }
  return runs
}

function fontOf(codePoint: number, preferred: FontName): FontName | null {
  const order = [preferred, 'japanese', 'chinese'] as const
  return order.find((name) => load(name).has(codePoint)) ?? null
}
