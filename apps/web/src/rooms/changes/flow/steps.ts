import { draftPaths } from '../../../lib/paths.ts'

/** A step of a report; a number is that of a change, from 1. */
export type StepName = 'what' | number | 'documents' | 'check' | 'sign'

/** Steps beside those of the changes. */
const others = 4

/** How far one has come; there is one step for each change. */
export function positionOf(step: StepName, chosen: number): { position: number; count: number } {
  // While nothing is chosen there will be one at least.
  const changes = Math.max(1, chosen)
  const count = changes + others
  switch (step) {
    case 'what':
      return { position: 1, count }
    case 'documents':
      return { position: changes + 2, count }
    case 'check':
      return { position: changes + 3, count }
    case 'sign':
      return { position: changes + 4, count }
    default:
      return { position: step + 1, count }
  }
}

/** Where the questions of a change lead to: to those of the next one, then to the proofs. */
export function afterChange(reportId: string, number: number, changes: number): string {
  return number < changes ? draftPaths.change(reportId, number + 1) : draftPaths.documents(reportId)
}

/** Where one comes from to a change. */
export function beforeChange(reportId: string, number: number): string {
  return number > 1 ? draftPaths.change(reportId, number - 1) : draftPaths.what(reportId)
}

/** What the page before tells the next, in the history entry: it was opened from the review, and leads back to it. */
export interface StepState {
  readonly fromReview?: boolean
}

export function isFromReview(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'fromReview' in state && state.fromReview === true
}
