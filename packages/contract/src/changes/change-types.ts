import type { LocalizedText } from '../shared/text.ts'
import type { ChangeType } from './change-type.ts'
import { changeTypeList } from './change-types.gen.ts'

/** Every kind of change, by group and then by position. */
export const changeTypes: readonly ChangeType[] = changeTypeList

const byId = new Map(changeTypes.map((type) => [type.id, type]))

/** The kind of change of that id; undefined when there is none. */
export function changeTypeOf(id: string): ChangeType | undefined {
  return byId.get(id)
}

/** What a document is a proof of. */
interface DocumentKind {
  readonly id: string
  readonly label: LocalizedText
}

/** What `kind` of `POST /documents` may name: what helps with a change, what a letter asked for, and everything else. */
export const documentKinds: readonly DocumentKind[] = [
  ...new Map(
    changeTypes.flatMap(({ documents }) => documents).map(({ id, label }) => [id, { id, label }]),
  ).values(),
  { id: 'requested', label: { en: 'What a letter asked for', es: 'Lo que pidió una carta' } },
  { id: 'other', label: { en: 'Another document', es: 'Otro documento' } },
]

const kindsById = new Map(documentKinds.map((kind) => [kind.id, kind]))

/** The kind of document of that id; undefined when there is none. */
export function documentKindOf(id: string): DocumentKind | undefined {
  return kindsById.get(id)
}
