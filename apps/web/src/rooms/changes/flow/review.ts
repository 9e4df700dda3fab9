import { changeIssues } from '@connect/contract/changes/change-details'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { draftPaths } from '../../../lib/paths.ts'
import { todayInConnecticut } from '../today.ts'
import type { DraftOnPage } from './draft-page.tsx'

/** What keeps each change of a draft from being submitted, in their order: judged by the rules that the service has. */
export function issuesOfChanges({ kept, facts }: DraftOnPage): readonly (readonly RequestIssue[])[] {
  const { report, changes, keeping } = kept
  const context = {
    today: todayInConnecticut(),
    memberIds: facts.members.map(({ id }) => id),
    // What was added a moment ago is not among those that the service told of last.
    ...(keeping === 'saved' && { documentIds: report.documents.map(({ id }) => id) }),
  }
  const refused = new Set(report.documents.filter(({ state }) => state === 'refused').map(({ id }) => id))
  return changes.map((change) => [
    ...changeIssues(change, context),
    ...(change.documentIds ?? []).flatMap((id, index) =>
      refused.has(id) ? [{ pointer: `/documentIds/${String(index)}`, code: 'document.refused' }] : [],
    ),
  ])
}

/** Whether something is about the proofs of a change, which have a page of their own. */
export function isAboutProof({ pointer }: RequestIssue): boolean {
  return pointer.startsWith('/documents') || pointer.startsWith('/documentIds')
}

/** The page on which what was found in a change is mended. */
export function whereToMend(reportId: string, index: number, issues: readonly RequestIssue[]): string {
  return issues.every(isAboutProof) ? draftPaths.documents(reportId) : draftPaths.change(reportId, index + 1)
}
