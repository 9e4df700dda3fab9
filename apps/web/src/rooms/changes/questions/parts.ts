import type { DetailValue } from '@connect/contract/changes/draft-change'

/** Parts of a person or a place, by name. */
export type Parts = Readonly<Record<string, string | undefined>>

/** The parts of an answer that are texts; none where it is something else. */
export function partsOf(answer: DetailValue | undefined): Parts {
  if (typeof answer !== 'object') return {}
  return Object.fromEntries(
    Object.entries(answer).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
