/** How the name of every draft in the browser's storage begins. */
export const draftPrefix = 'connect.draft.'

const listeners = new Set<() => void>()

/** Calls back when whoever typed something here has gone: what is kept in memory of it has to go as well. */
export function onForgetDrafts(listener: () => void): void {
  listeners.add(listener)
}

/** Forgets everything that was typed into this tab and not sent, in memory and in the browser's storage. */
export function forgetDrafts(storage: () => Storage = () => sessionStorage): void {
  for (const listener of listeners) listener()
  try {
    const tab = storage()
    for (const key of Object.keys(tab)) if (key.startsWith(draftPrefix)) tab.removeItem(key)
  } catch {
    // Where storage is refused, nothing was kept in it.
  }
}
