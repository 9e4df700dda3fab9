import { changeIssues, draftIssues, type ChangeContext } from '@connect/contract/changes/change-details'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { documentLimits, type Document } from '@connect/contract/rooms/documents'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { Problem } from '../../kernel/problem.ts'
import { documentIdsOf } from './report-changes.ts'

/** Throws 422 for every issue of the changes of a draft; documents are those that were found of what they name. */
export function judgeDraft(changes: readonly DraftChange[], found: readonly Document[]): void {
  const caseDocumentIds = found.filter(({ reportId }) => reportId === null).map(({ id }) => id)
  refuse([
    ...changes.flatMap((change, index) => placed(index, draftIssues(change, { caseDocumentIds }))),
    ...countIssues(changes),
  ])
}

/** Everything that keeps changes from being submitted, by where they stand in the report. */
export function submissionIssues(changes: readonly DraftChange[], context: ChangeContext): RequestIssue[] {
  const none = { pointer: '/changes', code: 'list.too_small', params: { min: 1 } }
  return [
    ...(changes.length === 0 ? [none] : []),
    ...changes.flatMap((change, index) => placed(index, changeIssues(change, context))),
    ...countIssues(changes),
  ]
}

/** Throws 422 where there is any issue. */
export function refuse(errors: readonly RequestIssue[]): void {
  if (errors.length > 0) throw new Problem('request.invalid', { errors })
}

function placed(index: number, issues: readonly RequestIssue[]): RequestIssue[] {
  return issues.map((issue) => ({ ...issue, pointer: `/changes/${index}${issue.pointer}` }))
}

/** The change with which a report has more documents than one may have. */
function countIssues(changes: readonly DraftChange[]): RequestIssue[] {
  const index = changes.findIndex((_change, last) => {
    return documentIdsOf(changes.slice(0, last + 1)).length > documentLimits.each
  })
  if (index === -1) return []
  return [
    { pointer: `/changes/${index}/documentIds`, code: 'list.too_big', params: { max: documentLimits.each } },
  ]
}
