import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Report } from '@connect/contract/rooms/change-reports'

type FormNews = Report['formNews']

/**
 * What is new in the forms of some changes, once there are others in their place: a change that was answered keeps its
 * own, one that moved takes it along, and one that was taken out, or gone on with, has none.
 */
export function newsAfter(
  news: FormNews,
  before: readonly DraftChange[],
  after: readonly DraftChange[],
): FormNews {
  return news.flatMap((each) => {
    const change = placeOf(each.change, before, after)
    return change < 0 || isSeen(before[each.change], after[change]) ? [] : [{ ...each, change }]
  })
}

/** Whether a change was brought up to date: whoever writes it has gone on with it. */
function isSeen(before: DraftChange | undefined, after: DraftChange | undefined): boolean {
  return before?.typeVersion !== after?.typeVersion || before?.goneQuestions !== after?.goneQuestions
}

/** Where a change stands now; -1 where it was taken out. Only what was answered is another object than before. */
function placeOf(index: number, before: readonly DraftChange[], after: readonly DraftChange[]): number {
  const change = before[index]
  const moved = after.findIndex((each) => each === change)
  return moved < 0 && before.length === after.length ? index : moved
}
