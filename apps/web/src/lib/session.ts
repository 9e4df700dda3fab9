import { useSyncExternalStore } from 'react'
import type { Session, SignInRequest } from '@connect/contract/rooms/session'
import { answerOf, api, onSessionEnded, withinReason, type Answer } from './api.ts'

/** Whether somebody is signed in on this page. */
export type SessionState =
  /** Nobody has asked the service yet. */
  | { readonly status: 'unknown' }
  | { readonly status: 'signedOut' }
  /** The person has signed out, here or in another tab. */
  | { readonly status: 'left' }
  /** The session is over without anybody having asked for it. */
  | { readonly status: 'ended' }
  /** The service could not be asked. */
  | { readonly status: 'unreachable' }
  | { readonly status: 'signedIn'; readonly session: Session }

/**
 * Says that this tab was signed in, and nothing about whom. The cookie cannot be read here, so this tells a page that
 * is loaded anew whether to ask the service; it goes when the tab does.
 */
const markKey = 'connect.signed_in'

const listeners = new Set<() => void>()
let state: SessionState = { status: 'unknown' }

/** Tells the other tabs of this browser; they show the same person's account, or nobody's. */
const otherTabs =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('connect.session')

function show(next: SessionState): void {
  state = next
  markTab(next.status === 'signedIn')
  for (const listener of listeners) listener()
}

/** Who is signed in; the component is drawn again when that changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(subscribe, () => state)
}

let asking: Promise<void> | undefined

/** Asks the service who is signed in and until when; asked twice at once, it asks once. */
export function refreshSession(): Promise<void> {
  asking ??= askForSession().finally(() => {
    asking = undefined
  })
  return asking
}

async function askForSession(): Promise<void> {
  const answer = await answerOf(api.GET('/api/v1/session', { cache: 'no-store', signal: withinReason() }))
  if (!answer.refusal) show({ status: 'signedIn', session: answer.data })
  else if (answer.refusal.status === 401)
    show({ status: state.status === 'signedIn' ? 'ended' : 'signedOut' })
  else if (state.status !== 'signedIn') show({ status: 'unreachable' })
}

/** Asks again only where this tab was signed in before: a visitor costs the service nothing. */
export async function restoreSession(): Promise<void> {
  if (state.status === 'unknown' && isTabMarked()) await refreshSession()
}

/** Signs in; the answer says why not. */
export async function signIn({ userId, password, captcha }: SignInRequest): Promise<Answer<Session>> {
  const body = { userId, password, ...(captcha !== undefined && { captcha }) }
  const answer = await answerOf<Session>(api.POST('/api/v1/session', { body, signal: withinReason() }))
  if (!answer.refusal) {
    show({ status: 'signedIn', session: answer.data })
    otherTabs?.postMessage('signedIn')
  }
  return answer
}

/** Tells the service that the person is still here; the session then lasts its idle time from now on. */
export async function extendSession(): Promise<void> {
  const answer = await answerOf<Session>(api.POST('/api/v1/session/extension', { signal: withinReason() }))
  if (!answer.refusal) show({ status: 'signedIn', session: answer.data })
  else if (answer.refusal.status === 401) show({ status: 'ended' })
}

/** Signs out and forgets everything personal in this tab; false when the service could not be told. */
export async function signOut(): Promise<boolean> {
  const answer = await answerOf(api.DELETE('/api/v1/session', { signal: withinReason() }))
  if (answer.refusal && answer.refusal.status !== 401) return false
  forgetDrafts()
  show({ status: 'left' })
  otherTabs?.postMessage('signedOut')
  return true
}

onSessionEnded(() => {
  if (state.status === 'signedIn') show({ status: 'ended' })
})

otherTabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data === 'signedOut' && state.status === 'signedIn') {
    forgetDrafts()
    show({ status: 'left' })
  }
  if (data === 'signedIn' && state.status !== 'signedIn') void refreshSession()
})

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function markTab(isSignedIn: boolean): void {
  withTabStorage((storage) => {
    if (isSignedIn) storage.setItem(markKey, '1')
    else storage.removeItem(markKey)
  })
}

function isTabMarked(): boolean {
  return withTabStorage((storage) => storage.getItem(markKey) !== null) ?? false
}

function forgetDrafts(): void {
  withTabStorage((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith('connect.draft.')) storage.removeItem(key)
  })
}

function withTabStorage<Result>(work: (storage: Storage) => Result): Result | undefined {
  try {
    return work(sessionStorage)
  } catch {
    // Where storage is refused, a page loaded anew simply asks for signing in.
    return undefined
  }
}
