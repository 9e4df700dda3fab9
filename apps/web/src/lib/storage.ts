/** Does something with what the browser stores; undefined where it refuses that. */
export function tryStorage<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {
    // Private windows and strict settings refuse storage, and a full one throws: the portal works without it.
    return undefined
  }
}

/** What this browser remembers under `key`; undefined when nothing, or when storage is closed to us. */
export function readStored(key: string): string | undefined {
  return tryStorage(() => localStorage.getItem(key)) ?? undefined
}

/** Remembers `value` under `key` in this browser, where that is allowed; undefined forgets it. */
export function writeStored(key: string, value: string | undefined): void {
  tryStorage(() => {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  })
}
