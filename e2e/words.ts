import type { Locale } from '@connect/contract/shared/text'
import { english, type Words } from './words.en.ts'
import { spanish } from './words.es.ts'

export type { Words } from './words.en.ts'

/**
 * The names by which people find things on a page, in each language: what stands on a button or beside a field. They
 * are said here once more, as a person would read them out; secret questions and the agreement come from the contract.
 */
const words = { en: english, es: spanish } as const satisfies Record<Locale, Words>

export function wordsOf(language: Locale): Words {
  return words[language]
}
