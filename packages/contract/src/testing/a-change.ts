import type { ChangeType } from '../changes/change-type.ts'
import { changeTypeOf } from '../changes/change-types.ts'
import type { DetailValue, DraftChange } from '../changes/draft-change.ts'
import { exampleChanges } from '../changes/paths.ts'

/** The day on which changes of tests are reported. */
export const today = '2026-11-21'

/** The kind of that id, which there is. */
export function typeOf(id: string): ChangeType {
  const type = changeTypeOf(id)
  if (type === undefined) throw new Error(`There is no ${id}.`)
  return type
}

/** Answers by question; `undefined` takes one away. */
export type OtherAnswers = Readonly<Record<string, DetailValue | undefined>>

/** A change by the member `m-1` that may be submitted, with other answers. */
export function aChange(
  typeId: string,
  others: OtherAnswers = {},
  rest: Partial<DraftChange> = {},
): DraftChange {
  const [example] = exampleChanges(typeOf(typeId), { today, memberId: 'm-1' })
  const details = { ...example?.details }
  for (const [id, answer] of Object.entries(others)) {
    if (answer === undefined) Reflect.deleteProperty(details, id)
    else details[id] = answer
  }
  return { typeId, changedOn: '2026-11-19', details, ...rest }
}
