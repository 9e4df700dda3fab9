/** What this browser remembers under `key`; undefined when nothing, or when storage is closed to us. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    // Private windows and strict settings refuse storage; the portal works without it.
    return undefined
  }
}

/** Remembers `value` under `key` in this browser, where that is allowed; undefined forgets it. */
export function writeStored(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // See readStored.
  }
}
