import type { ReactNode } from 'react'
import type { CaseMember } from '@connect/contract/rooms/cases'
import type { DetailValue, DraftChange } from '@connect/contract/changes/draft-change'

/** How a question of a change is answered on its page. */
export interface Answering {
  readonly change: DraftChange
  readonly members: readonly CaseMember[]
  /** Keeps an answer; `unfinished` is what was typed and is no value yet. Neither of them takes it away. */
  readonly answer: (id: string, value: DetailValue | undefined, unfinished?: Unfinished) => void
  /** What stands beside a field, by the path of its pointer in the change. */
  readonly errorOf: (path: string) => ReactNode
  /** A date was typed, or passed over; its name is the path of its pointer. */
  readonly onLeaveDate: (name: string) => void
}

/** What was typed and is no value yet, by name; an empty text takes it away. */
type Unfinished = Readonly<Record<string, string>>

/** The change with another answer. */
export function withAnswer(
  change: DraftChange,
  id: string,
  value: DetailValue | undefined,
  unfinished: Unfinished = {},
): DraftChange {
  const others = Object.entries({ ...change.details }).filter(([name]) => name !== id)
  return {
    ...change,
    details: Object.fromEntries(value === undefined ? others : [...others, [id, value]]),
    unfinished: withUnfinished(change, { [id]: '', ...unfinished }),
  }
}

/** The change with another day; `text` is what was typed and is no day yet. */
export function withDay(change: DraftChange, on: string | undefined, text = ''): DraftChange {
  const next = { ...change, unfinished: withUnfinished(change, { changedOn: text }) }
  delete next.changedOn
  return on === undefined ? next : { ...next, changedOn: on }
}

function withUnfinished(change: DraftChange, typed: Unfinished): Record<string, string> {
  const all = Object.entries({ ...change.unfinished, ...typed })
  return Object.fromEntries(all.filter(([, text]) => text !== ''))
}
