import { withoutSecrets } from '@connect/contract/flows/draft'
import type { Flow } from '@connect/contract/flows/flow'
import { draftPrefix } from '../lib/drafts.ts'
import { tryStorage } from '../lib/storage.ts'

/** What somebody has typed into a wizard so far. */
export interface DraftStore<Draft extends object> {
  readonly get: () => Draft
  readonly set: (draft: Draft) => void
  /** Forgets everything, in memory and in the browser's storage. */
  readonly clear: () => void
  /** Whether the page was loaded anew since the draft was begun, so that its secrets are gone. */
  readonly wasReloaded: () => boolean
  /** For `useSyncExternalStore`: calls back after every change until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * Keeps the draft of a flow in memory, and all of it but the secrets in `storage`, so that it outlives a reload of
 * this tab and nothing else. Where storage is refused, memory alone serves.
 */
export function createDraftStore<Draft extends object>(
  flow: Flow<Draft>,
  readDraft: (value: unknown) => Draft,
  storage: () => Storage = () => sessionStorage,
): DraftStore<Draft> {
  const key = `${draftPrefix}${flow.name}`
  const listeners = new Set<() => void>()
  const stored = tryStorage(() => storage().getItem(key))
  let reloaded = stored !== undefined && stored !== null
  let draft = readDraft(parseJson(stored ?? 'null'))

  const replace = (next: Draft) => {
    draft = next
    for (const listener of listeners) listener()
  }

  return {
    get: () => draft,
    set(next) {
      replace(next)
      tryStorage(() => storage().setItem(key, JSON.stringify(withoutSecrets(flow, next))))
    },
    clear() {
      reloaded = false
      replace(readDraft(null))
      tryStorage(() => storage().removeItem(key))
    },
    wasReloaded: () => reloaded,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
