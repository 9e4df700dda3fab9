import { useSyncExternalStore } from 'react'
import { draftPrefix, onForgetDrafts, onLosingDrafts } from '../../../lib/drafts.ts'
import { sessionState } from '../../../lib/session.ts'
import { tryStorage } from '../../../lib/storage.ts'

/** What somebody is about to send without any change. */
export interface ProofDraft {
  readonly message: string
  /** Files that have arrived. */
  readonly documentIds: readonly string[]
}

interface StoredDraft extends ProofDraft {
  /** Whose it is. */
  readonly accountId: string | undefined
}

const none: ProofDraft = { message: '', documentIds: [] }
const listeners = new Set<() => void>()
let drafts: ReadonlyMap<string, ProofDraft> = new Map()

onForgetDrafts(() => {
  replace(new Map())
})

// Whoever comes back finds neither the words nor the files, which belong to nothing until they are sent.
onLosingDrafts(() =>
  [...drafts.values()].some(({ message, documentIds }) => message.trim() !== '' || documentIds.length > 0),
)

/**
 * What was typed and sent ahead in this form, by its name; it outlives a reload of this tab and nothing else, and is
 * shown to nobody but whoever typed it.
 */
export function useProofDraft(name: string): ProofDraft {
  return useSyncExternalStore(subscribe, () => proofDraft(name))
}

/** Changes what is there by now, so that files that arrive one after the other do not take each other's place. */
export function changeProofDraft(name: string, change: (draft: ProofDraft) => ProofDraft): void {
  const draft = change(proofDraft(name))
  const stored: StoredDraft = { ...draft, accountId: accountInUse() }
  replace(new Map(drafts).set(name, draft))
  tryStorage(() => {
    sessionStorage.setItem(keyOf(name), JSON.stringify(stored))
  })
}

/** Forgets a form that was sent. */
export function clearProofDraft(name: string): void {
  replace(new Map([...drafts].filter(([other]) => other !== name)))
  forgetStored(name)
}

function forgetStored(name: string): void {
  tryStorage(() => {
    sessionStorage.removeItem(keyOf(name))
  })
}

function proofDraft(name: string): ProofDraft {
  const known = drafts.get(name)
  if (known) return known
  const { accountId, ...stored } = readDraft(tryStorage(() => sessionStorage.getItem(keyOf(name))) ?? 'null')
  // A page that was loaded anew after a session has ended knows nobody who was signed in here before.
  const isOwn = accountId === accountInUse()
  if (!isOwn) forgetStored(name)
  const draft = isOwn ? stored : none
  drafts = new Map(drafts).set(name, draft)
  return draft
}

function readDraft(text: string): StoredDraft {
  const nobodys = { ...none, accountId: undefined }
  try {
    const stored: unknown = JSON.parse(text)
    return typeof stored === 'object' ? { ...nobodys, ...stored } : nobodys
  } catch {
    return nobodys
  }
}

/** Who is signed in, or was until a moment ago: files may still arrive for them. */
function accountInUse(): string | undefined {
  const state = sessionState()
  return 'session' in state ? state.session.account.id : undefined
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
