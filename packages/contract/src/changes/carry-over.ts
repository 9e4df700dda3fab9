import { issuesOf } from '../shared/issues.ts'
import { draftShape } from './answer-shapes.ts'
import { isUnfinishedName } from './change-details.ts'
import type { ChangeType } from './change-type.ts'
import { changeTypeOf } from './change-types.ts'
import type { DraftChange } from './draft-change.ts'

interface CarriedOver {
  /** Written as the form is now, and with what is new for whoever wrote it: it is told until they have gone on with it. */
  readonly change: DraftChange
  /** Questions that the form did not have when the change was written. */
  readonly added: readonly string[]
  /** Questions whose answer is gone: they are no longer asked, or take an answer of another shape. */
  readonly removed: readonly string[]
}

/**
 * A change of a draft under the form that is in force: answers stay where their question is still there and still
 * takes them. The day of the change and its documents stay. A change of a kind that there is not stays as it is.
 */
export function carryOver(change: DraftChange, type = changeTypeOf(change.typeId)): CarriedOver {
  if (type === undefined) return { change, added: [], removed: [] }
  const written = change.typeVersion ?? type.version
  const answers = Object.entries(change.details ?? {})
  const kept = answers.filter(([id, answer]) => fits(type, id, answer))
  const typed = Object.entries(change.unfinished ?? {})
  const stillTyped = typed.filter(([name]) => isUnfinishedName(type, name))
  const keptIds = new Set([...kept, ...stillTyped].map(([name]) => name))
  const gone = [...answers, ...typed].map(([name]) => name).filter((name) => !keptIds.has(name))
  const removed = [
    ...new Set([...(change.goneQuestions ?? []), ...gone.map((name) => name.split('.')[0] ?? name)]),
  ]
  return {
    change: {
      ...change,
      typeVersion: written,
      ...(change.details && { details: Object.fromEntries(kept) }),
      ...(change.unfinished && { unfinished: Object.fromEntries(stillTyped) }),
      ...(change.documentsLater && { documentsLater: change.documentsLater.filter(isHelpful(type)) }),
      ...(removed.length > 0 && { goneQuestions: removed }),
    },
    added: type.fields.filter(({ since = 1 }) => since > written).map(({ id }) => id),
    removed,
  }
}

function fits(type: ChangeType, id: string, answer: unknown): boolean {
  const field = type.fields.find((candidate) => candidate.id === id)
  return field !== undefined && issuesOf(draftShape(field), answer).length === 0
}

function isHelpful({ documents }: ChangeType): (kind: string) => boolean {
  return (kind) => kind === 'other' || documents.some(({ id }) => id === kind)
}
