import { useEffect, useSyncExternalStore } from 'react'
import { onForgetDrafts } from '../drafts.ts'
import type { StoredDocument } from './document-place.ts'
import { fetchDocument } from './documents.queries.ts'

/** What is known of a document: as the service told last, or that there is none any more. */
export type Known = StoredDocument | 'gone'

/** How long, in milliseconds, after the first question the next one follows; each pause is longer, up to the longest. */
const firstPause = 1500
const longestPause = 15_000

const order = ['receiving', 'received', 'checking', 'ready', 'refused'] as const

let known: ReadonlyMap<string, Known> = new Map()
const listeners = new Set<() => void>()

/** Keeps what the service told of a document; a state that came before the one known changes nothing. */
export function rememberDocument(document: StoredDocument): void {
  const before = known.get(document.id)
  if (before === 'gone') return
  if (before && order.indexOf(before.state) > order.indexOf(document.state)) return
  tell(new Map(known).set(document.id, document))
}

/** Keeps that a document is gone. */
export function rememberGone(id: string): void {
  tell(new Map(known).set(id, 'gone'))
}

onForgetDrafts(() => {
  tell(new Map())
})

/**
 * What is known of these documents, in this order, each as new as it is known; undefined while one is asked for. What is
 * still being checked is asked for again and again, as long as the page is looked at.
 */
export function useStoredDocuments(
  ids: readonly string[],
  told: readonly StoredDocument[],
): readonly { readonly id: string; readonly known: Known | undefined }[] {
  const all = useSyncExternalStore(subscribe, () => known)
  const documents = ids.map((id) => ({ id, known: all.get(id) ?? told.find((each) => each.id === id) }))
  const open = documents.filter((each) => !isSettled(each.known)).map(({ id }) => id)
  const openKey = open.join(' ')
  useEffect(() => (openKey === '' ? undefined : askAgainAndAgain(openKey.split(' '))), [openKey])
  return documents
}

function askAgainAndAgain(ids: readonly string[]): () => void {
  let pause = firstPause
  let next: ReturnType<typeof setTimeout>
  const ask = async () => {
    if (document.visibilityState === 'visible') await Promise.all(ids.map(askFor))
    pause = Math.min(pause * 1.5, longestPause)
    schedule(pause)
  }
  let isOver = false
  const schedule = (milliseconds: number) => {
    if (!isOver) next = setTimeout(() => void ask(), milliseconds)
  }
  // What nothing is known of is asked for at once.
  schedule(ids.some((id) => !known.has(id)) ? 0 : firstPause)
  return () => {
    isOver = true
    clearTimeout(next)
  }
}

async function askFor(id: string): Promise<void> {
  const answer = await fetchDocument(id)
  if (!answer.refusal) rememberDocument(answer.data)
  else if (answer.refusal.status === 404) rememberGone(id)
}

function isSettled(document: Known | undefined): boolean {
  return document === 'gone' || document?.state === 'ready' || document?.state === 'refused'
}

function tell(next: ReadonlyMap<string, Known>): void {
  known = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
