/** Where in the portal one is: an address, and what the page before handed over. */
export interface Place {
  readonly pathname: string
  readonly search: string
  readonly hash: string
  /** What `navigate` was given; it stays in the browser's history and never shows in the address. */
  readonly state: unknown
  /** Tells one visit from another, also of the same address. */
  readonly key: string
}

export interface NavigateOptions {
  /** The place takes the present one's turn in the history, so that Back does not lead here. */
  readonly replace?: boolean
  readonly state?: unknown
}

export type Navigate = (to: string, options?: NavigateOptions) => void

interface Entry {
  readonly key: string
  readonly state: unknown
}

/** The key of the place where the visit began: the browser made that one, not we. */
const firstKey = 'first'

const listeners = new Set<() => void>()
const scrolled = new Map<string, number>()

/** The place that is drawn; the address is ahead of it while a page is fetched. */
let drawnKey = firstKey

/** The place that the browser's address bar shows. */
export function readPlace(): Place {
  const { pathname, search, hash } = location
  const entry = history.state as Entry | null
  return { pathname, search, hash, state: entry?.state ?? null, key: entry?.key ?? firstKey }
}

/** Goes to another address of ours without loading the document anew. */
export const navigate: Navigate = (to, { replace = false, state = null } = {}) => {
  const entry: Entry = { key: Math.random().toString(36).slice(2), state }
  if (replace) history.replaceState(entry, '', to)
  else history.pushState(entry, '', to)
  for (const listener of listeners) listener()
}

/** Calls back after every change of place, by us or by the browser's Back and Forward; returns how to stop that. */
export function onPlaceChange(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}

/** Brings a place that has just been drawn into view: the part its fragment names, where one was before, or its top. */
export function scrollToPlace({ hash, key }: Place): void {
  drawnKey = key
  const target = hash === '' ? null : document.getElementById(fragmentOf(hash))
  if (target) target.scrollIntoView()
  else scrollTo(0, scrolled.get(key) ?? 0)
}

/** The fragment as it was meant; as it stands where it is no escaped text, such as `#%`. */
function fragmentOf(hash: string): string {
  const fragment = hash.slice(1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** Scrolls by ourselves from now on: the browser would do it before the page of the place is drawn. */
export function takeOverScrolling(): void {
  history.scrollRestoration = 'manual'
  drawnKey = readPlace().key
  addEventListener('scroll', () => void scrolled.set(drawnKey, scrollY), { passive: true })
  // A reload is the browser's own business again.
  addEventListener('pagehide', () => {
    history.scrollRestoration = 'auto'
  })
}
