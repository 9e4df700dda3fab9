import { useSyncExternalStore } from 'react'
import { answerOf, api, withinReason } from '../api.ts'
import { bundledContactLines, type ContactLines } from './contact-lines.ts'

const listeners = new Set<() => void>()
let known: ContactLines = bundledContactLines
let isAsked = false

/**
 * Phone lines, hours and mail address, as the agency keeps them. Those known when this was built are shown at once,
 * and stay while the service cannot be reached.
 */
export function useContactLines(): ContactLines {
  return useSyncExternalStore(subscribe, () => known)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!isAsked) void ask()
  return () => listeners.delete(listener)
}

/** Asks once a visit; after a failure the next page that shows a line asks again. */
async function ask(): Promise<void> {
  isAsked = true
  const answer = await answerOf(api.GET('/api/v1/contact-lines', { signal: withinReason() }))
  isAsked = !answer.refusal
  if (answer.refusal || JSON.stringify(answer.data) === JSON.stringify(known)) return
  known = answer.data
  for (const listener of listeners) listener()
}
