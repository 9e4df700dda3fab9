import { carryOver } from '@connect/contract/changes/carry-over'
import { answersOf, dueOn, dueOnOfDraft } from '@connect/contract/changes/change-details'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Report } from '@connect/contract/rooms/change-reports'
import type { StoredChange } from './change-report-content.ts'

/** A change of a draft as it is kept: whatever was left out is told as missing. */
export function storedDraftChange(change: DraftChange): StoredChange {
  const { typeId, typeVersion, changedOn, details, unfinished, documentIds, documentsLater } = change
  const { goneQuestions = [] } = change
  return {
    typeId,
    typeVersion: typeVersion ?? changeTypeOf(typeId)?.version ?? 1,
    changedOn: changedOn ?? null,
    dueOn: null,
    details: details ?? {},
    unfinished: unfinished ?? {},
    documentIds: documentIds ?? [],
    documentsLater: documentsLater ?? [],
    ...(goneQuestions.length > 0 && { goneQuestions }),
  }
}

/** The same as it is judged. */
export function draftChangeOf({
  typeId,
  typeVersion,
  changedOn,
  details,
  unfinished,
  documentIds,
  documentsLater,
  goneQuestions,
}: StoredChange): DraftChange {
  const day = changedOn === null ? {} : { changedOn }
  const gone = goneQuestions === undefined ? {} : { goneQuestions }
  return { typeId, typeVersion, ...day, details, unfinished, documentIds, documentsLater, ...gone }
}

/** What is submitted of a change that has no issues, with the due date that holds from now on. Throws for others. */
export function submittedChange(change: DraftChange): StoredChange {
  const { documentIds, documentsLater, ...answered } = answersOf(change)
  return {
    ...answered,
    dueOn: dueDayOf(answered.typeId, answered.changedOn),
    unfinished: {},
    documentIds: [...documentIds],
    documentsLater: [...documentsLater],
  }
}

/** The last day on which a change is reported in time; null for a kind that there is not. */
function dueDayOf(typeId: string, changedOn: string): string | null {
  const type = changeTypeOf(typeId)
  return type === undefined ? null : dueOn(type, changedOn)
}

/** The earliest due date of some changes, drafts being judged as of a day; null while none has one. */
export function earliestDueOn(changes: readonly StoredChange[], asOf: string): string | null {
  const days = changes.flatMap((change) => dueDayOfChange(change, asOf) ?? [])
  return days.toSorted()[0] ?? null
}

/** What was told when it was submitted, and of a draft what holds on a day: none for a day that it may not have. */
export function dueDayOfChange(change: StoredChange, asOf: string): string | null {
  return change.dueOn ?? dueOnOfDraft(draftChangeOf(change), asOf) ?? null
}

/** A draft under the forms that are in force now, and which questions came and went by the position of the change. */
export function carriedOver(changes: readonly StoredChange[]): {
  readonly changes: StoredChange[]
  readonly formNews: Report['formNews']
} {
  const carried = changes.map((change) => carryOver(draftChangeOf(change)))
  return {
    changes: carried.map(({ change }) => storedDraftChange(change)),
    formNews: carried.flatMap(({ added, removed }, change) =>
      added.length + removed.length > 0 ? [{ change, added: [...added], removed: [...removed] }] : [],
    ),
  }
}

/** Each document of some changes once, in the order in which they stand there. */
export function documentIdsOf(changes: readonly Pick<DraftChange, 'documentIds'>[]): string[] {
  return [...new Set(changes.flatMap(({ documentIds = [] }) => documentIds))]
}
