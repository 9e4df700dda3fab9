import { useSyncExternalStore } from 'react'
import type { OwnCaseLink } from '@connect/contract/rooms/case-links'
import { answerOf, api, fresh, type Answer } from './api.ts'

/** More than any person has; the longest page that the service gives. */
const most = '100'

const listeners = new Set<() => void>()
let known: readonly OwnCaseLink[] | undefined
let asking: Promise<Answer<readonly OwnCaseLink[]>> | undefined

/** Counts the people who were signed in here; what was asked for before the last one left is not kept. */
let generation = 0

/**
 * One's own associations, as they are now; asked for twice at once, the service is asked once. The header follows: call
 * it once more after one has come or gone.
 */
export function fetchOwnCases(): Promise<Answer<readonly OwnCaseLink[]>> {
  if (asking) return asking
  const question = ask().finally(() => {
    if (asking === question) asking = undefined
  })
  asking = question
  return question
}

async function ask(): Promise<Answer<readonly OwnCaseLink[]>> {
  const begunIn = generation
  const params = { query: { limit: most } }
  const answer = await answerOf(api.GET('/api/v1/case-links', { params, ...fresh() }))
  if (answer.refusal) return answer
  if (begunIn === generation) remember(answer.data.items)
  return { data: answer.data.items }
}

/** One's own associations, as they were when somebody asked last; undefined until then. The header asks first. */
export function useKnownCases(): readonly OwnCaseLink[] | undefined {
  return useSyncExternalStore(subscribe, () => known)
}

/** Nobody is signed in any more, or somebody else. */
export function forgetOwnCases(): void {
  generation += 1
  asking = undefined
  remember(undefined)
}

function remember(links: readonly OwnCaseLink[] | undefined): void {
  known = links
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The cases that associations lead to, each once, with the person whom the case names. */
export function casesOf(links: readonly OwnCaseLink[]): readonly OwnCase[] {
  const cases = new Map<string, OwnCase>()
  for (const { held, caseId, otherCaseIds, person } of links) {
    if (held || caseId === null) continue
    const name = person === null ? undefined : `${person.firstName} ${person.lastName}`
    for (const id of [caseId, ...otherCaseIds]) if (!cases.has(id)) cases.set(id, { id, name })
  }
  return [...cases.values()]
}

/** A case that one may look at. */
export interface OwnCase {
  readonly id: string
  /** Of the person by whose client ID it was associated. */
  readonly name: string | undefined
}
