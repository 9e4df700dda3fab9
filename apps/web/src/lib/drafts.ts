import { tryStorage } from './storage.ts'

/** How the name of every draft in the browser's storage begins. */
export const draftPrefix = 'connect.draft.'

const listeners = new Set<() => void>()
const senders = new Set<() => Promise<unknown>>()
const losses = new Set<() => boolean>()
let asking: () => Promise<boolean> = () => Promise.resolve(true)

/** How long whoever signs out waits at most until what was typed is saved, in milliseconds. */
const longestWait = 3000

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

/** Tells of something that was typed or chosen here whether signing out would lose it. */
export function onLosingDrafts(wouldLose: () => boolean): void {
  losses.add(wouldLose)
}

/** Asks whoever signs out whether what is not saved may be lost, until the returned function is called. */
export function onAskToLose(ask: () => Promise<boolean>): () => void {
  asking = ask
  return () => {
    asking = () => Promise.resolve(true)
  }
}

/**
 * Sends what was typed here and not saved yet, before somebody signs out; false where some of it would be lost and they
 * would rather stay.
 */
export async function mayLeaveDrafts(): Promise<boolean> {
  const isOver = new Promise((resolve) => setTimeout(resolve, longestWait))
  await Promise.race([Promise.all([...senders].map((send) => send())), isOver])
  return [...losses].some((wouldLose) => wouldLose()) ? asking() : true
}
