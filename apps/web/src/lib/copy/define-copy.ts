import type { Messages } from '@lingui/core'
import type { Locale } from '@connect/contract/shared/text'

type Loader<Words> = () => Promise<{ default: Words }>

/** The words of one place, in every language; fetched one language at a time. `Id` is the union of their keys. */
export interface Copy<Id extends string> {
  readonly load: (language: Locale) => Promise<Messages>
  /** Never set: it only carries the type of the keys. */
  readonly ids?: (id: Id) => void
}

export type AnyCopy = Pick<Copy<never>, 'load'>

/**
 * Declares the words of one place. Keys are shared by all copies, so each starts with the name of its place. A
 * language that lacks a key of the English file does not type-check.
 */
export function defineCopy<Words extends Record<string, string>>(
  loaders: { en: Loader<Words> } & Record<Locale, Loader<Record<keyof Words, string>>>,
): Copy<keyof Words & string> {
  const loading = new Map<Locale, Promise<Messages>>()
  return {
    load(language) {
      const known = loading.get(language)
      if (known) return known
      // The build has turned the sentences of the file into Lingui's compiled messages.
      const promise = loaders[language]().then(
        (file) => file.default as unknown as Messages,
        (error: unknown) => {
          // A later try fetches again instead of remembering a lost connection for ever.
          loading.delete(language)
          throw error
        },
      )
      loading.set(language, promise)
      return promise
    },
  }
}
