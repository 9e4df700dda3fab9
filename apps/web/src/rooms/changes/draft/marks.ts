import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { sayTheSame } from './draft-changes.ts'

/** What the service found wrong in changes, by where they stood in the report. */
export interface Marks {
  readonly issues: readonly RequestIssue[]
  /** The changes that it looked at. */
  readonly of: readonly DraftChange[]
}

/** What is marked in a change, as long as it says what it said then. Pointers start at the change. */
export function marksAt(
  marks: Marks | undefined,
  changes: readonly DraftChange[],
  index: number,
): readonly RequestIssue[] {
  const [before, now] = [marks?.of[index], changes[index]]
  if (!marks || !before || !now || !sayTheSame([before], [now])) return []
  const start = `/changes/${String(index)}/`
  return marks.issues
    .filter(({ pointer }) => pointer.startsWith(start))
    .map((issue) => ({ ...issue, pointer: issue.pointer.slice(start.length - 1) }))
}
