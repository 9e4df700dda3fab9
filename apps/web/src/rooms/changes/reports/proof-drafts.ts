import { useSyncExternalStore } from 'react'
import { draftPrefix, onForgetDrafts } from '../../../lib/drafts.ts'

/** What somebody is about to send without any change. */
export interface ProofDraft {
  readonly message: string
  /** Files that have arrived. */
  readonly documentIds: readonly string[]
}

const none: ProofDraft = { message: '', documentIds: [] }
const listeners = new Set<() => void>()
let drafts: ReadonlyMap<string, ProofDraft> = new Map()

onForgetDrafts(() => {
  replace(new Map())
})

/** What was typed and sent ahead in this form, by its name; it outlives a reload of this tab and nothing else. */
export function useProofDraft(name: string): ProofDraft {
  return useSyncExternalStore(subscribe, () => proofDraft(name))
}

/** Changes what is there by now, so that files that arrive one after the other do not take each other's place. */
export function changeProofDraft(name: string, change: (draft: ProofDraft) => ProofDraft): void {
  const draft = change(proofDraft(name))
  replace(new Map(drafts).set(name, draft))
  withStorage((storage) => {
    storage.setItem(keyOf(name), JSON.stringify(draft))
  })
}

/** Forgets a form that was sent. */
export function clearProofDraft(name: string): void {
  replace(new Map([...drafts].filter(([other]) => other !== name)))
  withStorage((storage) => {
    storage.removeItem(keyOf(name))
  })
}

function proofDraft(name: string): ProofDraft {
  const known = drafts.get(name)
  if (known) return known
  const stored = withStorage((storage) => storage.getItem(keyOf(name)))
  const draft = readDraft(stored ?? 'null')
  drafts = new Map(drafts).set(name, draft)
  return draft
}

function readDraft(text: string): ProofDraft {
  try {
    const stored: unknown = JSON.parse(text)
    return typeof stored === 'object' ? { ...none, ...stored } : none
  } catch {
    return none
  }
}

function keyOf(name: string): string {
  return `${draftPrefix}proof.${name}`
}

function replace(next: ReadonlyMap<string, ProofDraft>): void {
  drafts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function withStorage<Result>(work: (storage: Storage) => Result): Result | undefined {
  try {
    return work(sessionStorage)
  } catch {
    // Where storage is refused, memory alone serves.
    return undefined
  }
}
