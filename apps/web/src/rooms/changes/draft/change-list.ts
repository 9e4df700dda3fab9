import type { ChangeType } from '@connect/contract/changes/change-type'
import type { DraftChange } from '@connect/contract/changes/draft-change'

/** A change of a kind, with nothing answered. */
export function newChange({ id, version }: ChangeType): DraftChange {
  return { typeId: id, typeVersion: version }
}

/** Whether a change was written under the form in force, or gone on with since: there is nothing new to tell of it. */
export function isUpToDate({ typeVersion, goneQuestions }: DraftChange, { version }: ChangeType): boolean {
  return typeVersion === version && goneQuestions === undefined
}

/** The same change once whoever writes it has gone on with it, and so has seen what is new in its form. */
export function broughtUpToDate(change: DraftChange, { version }: ChangeType): DraftChange {
  const next = { ...change, typeVersion: version }
  delete next.goneQuestions
  return next
}

/** Whether nothing was answered in a change yet. */
export function isBlank({ changedOn, details, unfinished, documentIds }: DraftChange): boolean {
  const parts = [details, unfinished, documentIds]
  return (
    changedOn === undefined && parts.every((part) => part === undefined || Object.keys(part).length === 0)
  )
}

/** The changes with another one in the place of the one at an index. */
export function withChange(
  index: number,
  work: (change: DraftChange) => DraftChange,
): (changes: readonly DraftChange[]) => readonly DraftChange[] {
  return (changes) => changes.map((change, at) => (at === index ? work(change) : change))
}

/** The changes without the one at an index. */
export function withoutChange(index: number): (changes: readonly DraftChange[]) => readonly DraftChange[] {
  return (changes) => changes.toSpliced(index, 1)
}

/** Where another change of a kind belongs: after the last one of it, so that each of them keeps its number. */
export function placeForAnother(changes: readonly DraftChange[], { id }: ChangeType): number {
  return changes.findLastIndex(({ typeId }) => typeId === id) + 1
}

/** Which of several changes of one kind a change is, from 0: that stays, whatever comes and goes of other kinds. */
export function occurrenceOf(changes: readonly DraftChange[], index: number): number {
  const typeId = changes[index]?.typeId
  return changes.slice(0, index).filter((change) => change.typeId === typeId).length
}

/** Where a change of a kind stands; -1 where there is none any more. */
export function indexOf(changes: readonly DraftChange[], typeId: string, occurrence: number): number {
  return changes.findIndex(
    (change, index) => change.typeId === typeId && occurrenceOf(changes, index) === occurrence,
  )
}
