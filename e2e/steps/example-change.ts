import type { ChangeType } from '@connect/contract/changes/change-type'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { exampleChanges } from '@connect/contract/changes/paths'

/** Answers that call for the most questions; somebody who is not in the case is named where that may be. */
export function longestExample(type: ChangeType, memberId: string, today: string): DraftChange {
  const lengthOf = ({ details = {} }: DraftChange) => Object.keys(details).length
  const [first, ...others] = exampleChanges(type, { memberId, today })
  if (first === undefined) throw new Error(`${type.id} has no way through its questions`)
  return others.reduce((longest, each) => (lengthOf(each) >= lengthOf(longest) ? each : longest), first)
}
