import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { ReportedChange } from '@connect/contract/rooms/change-reports'

/** The changes of a report as a draft of it is saved. */
export function draftOf(changes: readonly ReportedChange[]): readonly DraftChange[] {
  return changes.map(({ typeId, typeVersion, changedOn, ...change }) => ({
    typeId,
    typeVersion,
    ...(changedOn !== null && { changedOn }),
    details: change.details,
    unfinished: change.unfinished,
    documentIds: change.documentIds,
    documentsLater: change.documentsLater,
    ...(change.goneQuestions && { goneQuestions: change.goneQuestions }),
  }))
}

/** Whether two drafts say the same, whatever the order of their answers, and whether or not they leave out what is empty. */
export function sayTheSame(some: readonly DraftChange[], others: readonly DraftChange[]): boolean {
  return written(some) === written(others)
}

function written(changes: readonly DraftChange[]): string {
  return JSON.stringify(changes.map((change) => inOrder(change)))
}

/** The same value with the members of every object in one order, and without those that hold nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
    .filter(([, member]) => !isNothing(member))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]))
}

function isNothing(value: unknown): boolean {
  if (value === undefined) return true
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
