import { setupI18n, type Messages } from '@lingui/core'
import type { Locale } from '@connect/contract/shared/text'
import { readStored, writeStored } from '../storage.ts'
import type { AnyCopy } from './define-copy.ts'
import { sharedCopy } from './shared-copy.ts'

/** The languages of the portal, each by its own name. */
export const languageNames = { en: 'English', es: 'Español' } as const satisfies Record<Locale, string>

const storageKey = 'connect.language'

export const i18n = setupI18n()

const inUse = new Set<AnyCopy>([sharedCopy])
const ready = { en: new Set<AnyCopy>(), es: new Set<AnyCopy>() } as const satisfies Record<
  Locale,
  Set<AnyCopy>
>

/** The language to begin with: the one chosen before, else the first of the browser's that we speak, else English. */
export function firstLanguage(): Locale {
  const wanted = [readStored(storageKey), ...navigator.languages]
  return wanted.map((tag) => tag?.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en'
}

/** The language in use. */
export function currentLanguage(): Locale {
  return isLanguage(i18n.locale) ? i18n.locale : 'en'
}

/** Fetches the words of these places in the language in use, and keeps them in step when the language changes. */
export async function copyIsReady(
  copies: readonly AnyCopy[],
  language: Locale = currentLanguage(),
): Promise<void> {
  for (const copy of copies) inUse.add(copy)
  const catalogs = await Promise.all(copies.map((copy) => copy.load(language)))
  i18n.load(language, Object.assign({}, ...catalogs) as Messages)
  for (const copy of copies) ready[language].add(copy)
}

/** Whether the words of a place are there in the language in use. */
export function isReady(copy: AnyCopy): boolean {
  return ready[currentLanguage()].has(copy)
}

/** Shows the whole page in another language. What is typed stays: nothing is mounted anew. */
export async function activateLanguage(language: Locale): Promise<void> {
  await copyIsReady([...inUse], language)
  // Numbers, money and dates are written as in this country: Spanish has 2,912 here and 2.912 elsewhere.
  i18n.activate(language, `${language}-US`)
  document.documentElement.lang = language
}

/** As `activateLanguage`, and remembers the choice in this browser. */
export async function chooseLanguage(language: Locale): Promise<void> {
  await activateLanguage(language)
  writeStored(storageKey, language)
}

/** Whether a key has words in the language in use. */
export function hasWords(id: string): boolean {
  return Object.hasOwn(i18n.messages, id)
}

function isLanguage(tag: string | undefined): tag is Locale {
  return tag !== undefined && tag in languageNames
}
