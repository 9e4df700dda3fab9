import { changeIssues, draftIssues, type ChangeContext } from '@connect/contract/changes/change-details'
import { draftChange, type DraftChange } from '@connect/contract/changes/draft-change'
import { documentLimits, type Document } from '@connect/contract/rooms/documents'
import { reportLimits } from '@connect/contract/rooms/report-limits'
import { id } from '@connect/contract/shared/ids'
import type { RequestIssue } from '@connect/contract/shared/issues'
import * as z from 'zod/mini'
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
  return [...(changes.length === 0 ? [none] : []), ...issuesOfChanges(changes, context)]
}

/**
 * The same of the changes of a body that breaks its schema: of those that keep it, wherever they stand. Of more changes
 * than a report may have only so many are judged, since nothing has stopped the rest.
 */
export function submissionIssuesIn(body: unknown, context: ChangeContext): RequestIssue[] {
  const judged = listIn(body, 'changes').slice(0, reportLimits.changes)
  return issuesOfChanges(
    judged.map((change) => z.safeParse(draftChange, change).data),
    context,
  )
}

/** The ids of documents in a body, each at its place; undefined for what is no id. */
export function documentIdsIn(body: unknown): (string | undefined)[] {
  return listIn(body, 'documentIds').map((documentId) => z.safeParse(id, documentId).data)
}

function listIn(body: unknown, name: string): unknown[] {
  const list = new Map(Object.entries(body ?? {})).get(name) as unknown
  return Array.isArray(list) ? list : []
}

function issuesOfChanges(
  changes: readonly (DraftChange | undefined)[],
  context: ChangeContext,
): RequestIssue[] {
  const judged = changes.flatMap((change, index) =>
    change === undefined ? [] : placed(index, changeIssues(change, context)),
  )
  return [...judged, ...countIssues(changes)]
}

/** Throws 422 where there is any issue. */
export function refuse(errors: readonly RequestIssue[]): void {
  if (errors.length > 0) throw new Problem('request.invalid', { errors })
}

function placed(index: number, issues: readonly RequestIssue[]): RequestIssue[] {
  return issues.map((issue) => ({ ...issue, pointer: `/changes/${index}${issue.pointer}` }))
}

/** The change with which a report has more documents than one may have. */
function countIssues(changes: readonly (DraftChange | undefined)[]): RequestIssue[] {
  const index = changes.findIndex((_change, last) => {
    const upTo = changes.slice(0, last + 1).filter((change) => change !== undefined)
    return documentIdsOf(upTo).length > documentLimits.each
  })
  if (index === -1) return []
  return [
    { pointer: `/changes/${index}/documentIds`, code: 'list.too_big', params: { max: documentLimits.each } },
  ]
}
