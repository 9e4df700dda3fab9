import { changeIssues } from '@connect/contract/changes/change-details'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Case } from '@connect/contract/rooms/cases'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { StoredDocument } from '../../../lib/documents/document-place.ts'
import { draftPaths } from '../../../lib/paths.ts'
import type { OpenDraft } from '../draft/open-drafts.ts'
import type { KeptDraft } from '../draft/draft-keeper.ts'
import { marksAt } from '../draft/marks.ts'
import { todayInConnecticut } from '../today.ts'

/** A draft, and the case that it is about. */
interface Reviewed extends Pick<OpenDraft, 'facts'> {
  readonly kept: KeptDraft
}

/** What keeps each change of a draft from being submitted, in their order: judged by the rules that the service has. */
export function issuesOfChanges({ kept, facts }: Reviewed): readonly (readonly RequestIssue[])[] {
  const { report, changes, keeping } = kept
  // What was added a moment ago is not among those that the service told of last.
  const known = keeping === 'saved' ? report.documents.map(({ id }) => id) : undefined
  const unfit = new Map(report.documents.map((document) => [document.id, unfitness(document)]))
  return changes.map((change) => [
    ...issuesOfChange(change, facts, known),
    ...(change.documentIds ?? []).flatMap((id, index) => {
      const code = unfit.get(id)
      return code === undefined ? [] : [{ pointer: `/documentIds/${String(index)}`, code }]
    }),
  ])
}

/** Why a file cannot go with a draft; undefined where it can. */
function unfitness({ state, reportId }: StoredDocument): string | undefined {
  if (state === 'refused') return 'document.refused'
  return reportId === null ? undefined : 'document.submitted'
}

/** What keeps one change from being submitted; of its documents only what these ones tell, where they are known. */
export function issuesOfChange(
  change: DraftChange,
  { members }: Pick<Case, 'members'>,
  caseDocumentIds?: readonly string[],
): readonly RequestIssue[] {
  const context = {
    today: todayInConnecticut(),
    memberIds: members.map(({ id }) => id),
    ...(caseDocumentIds && { caseDocumentIds }),
  }
  const states = addressIds(change).map((id) => `/details/${id}/state`)
  // A state stands in its field from the beginning, and is kept with the first letter typed beside it.
  return changeIssues(change, context).filter(
    ({ pointer, code }) => code !== 'field.required' || !states.includes(pointer),
  )
}

function addressIds({ typeId }: DraftChange): string[] {
  const fields = changeTypeOf(typeId)?.fields ?? []
  return fields.filter(({ kind }) => kind === 'address').map(({ id }) => id)
}

/**
 * What is shown of a change: what keeps it from being submitted, and what the service found beside that. The latter is
 * in nobody's way, since it may be over by now.
 */
export function issuesToShow(
  { kept: { marks, changes } }: Pick<Reviewed, 'kept'>,
  index: number,
  issues: readonly RequestIssue[],
): readonly RequestIssue[] {
  const marked = marksAt(marks, changes, index)
  return [...issues, ...marked.filter(({ pointer }) => !issues.some((issue) => issue.pointer === pointer))]
}

/** Whether something is about the proofs of a change, which have a page of their own. */
export function isAboutProof({ pointer }: RequestIssue): boolean {
  return pointer.startsWith('/documents') || pointer.startsWith('/documentIds')
}

/** The page on which what was found in a change is mended. */
export function whereToMend(reportId: string, index: number, issues: readonly RequestIssue[]): string {
  return issues.every(isAboutProof) ? draftPaths.documents(reportId) : draftPaths.change(reportId, index + 1)
}
