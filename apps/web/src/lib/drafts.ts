import { tryStorage } from './storage.ts'

/** How the name of every draft in the browser's storage begins. */
export const draftPrefix = 'connect.draft.'

const listeners = new Set<() => void>()
const senders = new Set<() => Promise<unknown>>()

/** Calls back when whoever typed something here has gone: what is kept in memory of it has to go as well. */
export function onForgetDrafts(listener: () => void): void {
  listeners.add(listener)
}

/** Forgets everything that was typed into this tab and not sent, in memory and in the browser's storage. */
export function forgetDrafts(): void {
  for (const listener of listeners) listener()
  tryStorage(() => {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(draftPrefix)) sessionStorage.removeItem(key)
  })
}

/** Calls back before somebody signs out: what the service is to keep goes out while it still may. It must not fail. */
export function onSendDrafts(send: () => Promise<unknown>): void {
  senders.add(send)
}

/** Sends what was typed here and not saved yet; waits until it is known how that ended. */
export function sendDrafts(): Promise<unknown> {
  return Promise.all([...senders].map((send) => send()))
}
