import { Trans, useLingui } from '@lingui/react'
import { use, useCallback, type ReactElement } from 'react'
import type { Copy } from './define-copy.ts'
import { copyIsReady, isReady } from './language.ts'
import { sharedCopy, type SharedId } from './shared-copy.ts'

type Values = Readonly<Record<string, string | number | Date>>

/** Gives the words of a key in the language in use; `values` fill the `{…}` of the message. */
export type Translate<Id extends string> = (id: Id | SharedId, values?: Values) => string

/**
 * The words of a place, and the shared ones beside them. A component that uses it is drawn again when the language
 * changes. Routes name their copies, so that the words are there in time; where one forgot, the component waits.
 */
export function useCopy<Id extends string = never>(copy?: Copy<Id>): Translate<Id> {
  const asked = copy ?? sharedCopy
  if (!isReady(asked)) use(copyIsReady([asked]))
  // Bound anew at every change of language, so that whoever remembers it sees that the words have changed.
  const { _: translate } = useLingui()
  return useCallback((id, values) => translate(id, values), [translate])
}

interface RichTextProps<Id extends string> {
  /** Says whose keys may stand in `id`. */
  readonly copy: Copy<Id>
  readonly id: Id | SharedId
  readonly values?: Values
  /** What stands for `<link>…</link>` in the message, by name: an element without children. */
  readonly components: Readonly<Record<string, ReactElement>>
}

/** Words with elements inside them, such as a link: `See <link>our forms</link>.` */
export function RichText<Id extends string>({ id, values, components }: RichTextProps<Id>) {
  return <Trans id={id} {...(values && { values })} components={components} />
}
