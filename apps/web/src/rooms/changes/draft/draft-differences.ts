import { answersInWords } from '@connect/contract/changes/answer-words'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Locale } from '@connect/contract/shared/text'
import { dateInWords } from '../../../lib/dates.ts'
import { occurrenceOf } from './change-list.ts'

/** One thing in which two drafts differ; what one of them does not have is undefined. */
export interface Difference {
  readonly typeId: string
  /** Undefined where one of them does not have the change at all. */
  readonly question: string | undefined
  readonly there: string | undefined
  readonly here: string | undefined
}

interface Wording {
  readonly language: Locale
  readonly memberName: (memberId: string) => string | undefined
  /** How many files there are. */
  readonly files: (count: number) => string
  readonly proof: string
  /** Stands for a change as a whole. */
  readonly chosen: string
}

/** In what two drafts of a report differ, in the order of the changes: those that are only here come last. */
export function differencesOf(
  theirs: readonly DraftChange[],
  ours: readonly DraftChange[],
  wording: Wording,
): readonly Difference[] {
  const there = byName(theirs)
  const here = byName(ours)
  return [...new Set([...there.keys(), ...here.keys()])].flatMap((name) => {
    const [one, other] = [there.get(name), here.get(name)]
    const typeId = (one ?? other)?.typeId ?? ''
    if (one && other) return ofChange(one, other, wording)
    const chosen = (change: DraftChange | undefined) => change && wording.chosen
    return [{ typeId, question: undefined, there: chosen(one), here: chosen(other) }]
  })
}

/** Changes by their kind, and by which of that kind they are. */
function byName(changes: readonly DraftChange[]): ReadonlyMap<string, DraftChange> {
  return new Map(
    changes.map((change, index) => [`${change.typeId} ${String(occurrenceOf(changes, index))}`, change]),
  )
}

function ofChange(one: DraftChange, other: DraftChange, wording: Wording): readonly Difference[] {
  const { typeId } = one
  const [there, here] = [readAll(one, wording), readAll(other, wording)]
  return [...new Set([...there.keys(), ...here.keys()])]
    .map((question) => ({ typeId, question, there: there.get(question), here: here.get(question) }))
    .filter((difference) => difference.there !== difference.here)
}

/** Everything that a change says, by its question. */
function readAll(change: DraftChange, wording: Wording): ReadonlyMap<string, string> {
  const { typeId, changedOn, details = {}, unfinished = {}, documentIds = [] } = change
  const type = changeTypeOf(typeId)
  const questionOf = (name: string) =>
    name === 'changedOn'
      ? (type?.date.label[wording.language] ?? name)
      : (type?.fields.find(({ id }) => id === name.split('.')[0])?.label[wording.language] ?? name)
  return new Map([
    ...(changedOn === undefined
      ? []
      : [[questionOf('changedOn'), dateInWords(changedOn, wording.language)] as const]),
    ...answersInWords({ typeId, details }, wording).map(
      ({ question, answer }) => [question, answer] as const,
    ),
    ...Object.entries(unfinished).map(([name, text]) => [questionOf(name), text] as const),
    ...(documentIds.length === 0 ? [] : [[wording.proof, wording.files(documentIds.length)] as const]),
  ])
}
