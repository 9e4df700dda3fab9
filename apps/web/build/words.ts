import { readFileSync } from 'node:fs'
import { locales, type Locale } from '@connect/contract/shared/text'

/** The languages that pages are written in when the portal is built. */
export const languages: readonly Locale[] = locales

/** Gives the words of a key; `values` fill its `{…}`. */
export type Read = (id: string, values?: Readonly<Record<string, string | number>>) => string

/** The words of some folders of copy (paths from `apps/web`), for what is written into the page at build time. */
export function wordsOf(folders: readonly string[], language: Locale): Read {
  const files = folders.map((folder) => new URL(`../${folder}/${language}.json`, import.meta.url))
  const words = new Map(
    files.flatMap((file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object)),
  )
  return (id, values = {}) => {
    const text: unknown = words.get(id)
    if (typeof text !== 'string') throw new Error(`There are no words for ${id} in ${language}`)
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}
