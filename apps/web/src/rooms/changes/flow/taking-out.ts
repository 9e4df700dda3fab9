import { placeKeeper } from '../../../lib/documents/place-keeper.ts'
import { occurrenceOf, withoutChange } from '../draft/change-list.ts'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { OpenDraft } from '../draft/open-drafts.ts'

/** The place of the files of a change, by which of its kind it is. */
export function partOf(typeId: string, occurrence: number): string {
  return `${typeId}.${String(occurrence)}`
}

/** Takes one change out of a report. Files on the way to those after it of its kind still find them. */
export function takeOut({ keeper }: Pick<OpenDraft, 'keeper'>, index: number): void {
  const { report, changes } = keeper.get()
  const typeId = changes[index]?.typeId
  if (typeId === undefined) return
  const place = (occurrence: number) => ({ owner: report.id, part: partOf(typeId, occurrence) })
  const gone = occurrenceOf(changes, index)
  const files = placeKeeper()
  files?.leave(place(gone))
  for (let later = gone + 1; later < countOf(changes, typeId); later += 1)
    files?.move(place(later), place(later - 1))
  keeper.update(withoutChange(index))
}

/** Takes all changes of a kind out of a report. */
export function takeOutKind(draft: Pick<OpenDraft, 'keeper'>, typeId: string): void {
  const { changes } = draft.keeper.get()
  for (const [index, change] of [...changes.entries()].reverse())
    if (change.typeId === typeId) takeOut(draft, index)
}

function countOf(changes: readonly DraftChange[], typeId: string): number {
  return changes.filter((change) => change.typeId === typeId).length
}
