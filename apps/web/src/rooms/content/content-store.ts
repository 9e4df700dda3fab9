import { useEffect, useSyncExternalStore } from 'react'

/** How far a document of content has come. */
export type ContentState<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly value: Value }

/** A document of content that several pages may show. */
export interface ContentStore<Value> {
  readonly state: () => ContentState<Value>
  /** Fetches it, again if need be; called while it is on its way, it waits for the same answer. */
  readonly load: () => Promise<void>
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * Keeps a document of content while the portal is open. What was shown once stays when a later fetch fails: an
 * office's address of a minute ago beats no address. `fetchValue` gives undefined, or throws, when there is no answer.
 */
export function createContentStore<Value>(fetchValue: () => Promise<Value | undefined>): ContentStore<Value> {
  const listeners = new Set<() => void>()
  let state: ContentState<Value> = { kind: 'loading' }
  let loading: Promise<void> | undefined

  const show = (next: ContentState<Value>) => {
    state = next
    for (const listener of listeners) listener()
  }

  const fetchAndShow = async () => {
    if (state.kind === 'failed') show({ kind: 'loading' })
    const value = await fetchValue().catch(() => undefined)
    if (value !== undefined) show({ kind: 'ready', value })
    else if (state.kind !== 'ready') show({ kind: 'failed' })
  }

  return {
    state: () => state,
    load() {
      loading ??= fetchAndShow().finally(() => {
        loading = undefined
      })
      return loading
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Shows a document of content; fetches it when a page opens, and again by itself when the connection comes back. */
export function useContent<Value>(store: ContentStore<Value>): ContentState<Value> {
  useEffect(() => {
    const load = () => void store.load()
    load()
    window.addEventListener('online', load)
    return () => {
      window.removeEventListener('online', load)
    }
  }, [store])
  return useSyncExternalStore(store.subscribe, store.state)
}
