import { useSyncExternalStore } from 'react'
import type { Session } from '@connect/contract/rooms/session'
import { answerOf, api, onSessionEnded, serverNow, withinReason, type Answer } from './api.ts'
import { forgetDrafts, mayLeaveDrafts } from './drafts.ts'
import { tryStorage } from './storage.ts'

/** Whether somebody is signed in on this page. */
export type SessionState =
  /** Nobody has asked the service yet. */
  | { readonly status: 'unknown' }
  | { readonly status: 'signedOut' }
  /** The person has signed out, here or in another tab. */
  | { readonly status: 'left' }
  /** The session is over without anybody having asked for it; this is what the page showed of it last. */
  | { readonly status: 'ended'; readonly session: Session }
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

/** Counts the changes of who is signed in; an answer that was asked for before the last one says nothing any more. */
let generation = 0

/** Whose drafts this tab may hold: the last person who was signed in here. */
let lastAccountId: string | undefined

/** The question that is on its way. */
let asking: Promise<void> | undefined

function show(next: SessionState): void {
  if (next.status === 'signedIn') {
    const { id } = next.session.account
    if (lastAccountId !== undefined && lastAccountId !== id) forgetDrafts()
    lastAccountId = id
  }
  state = next
  markTab(next.status === 'signedIn')
  for (const listener of listeners) listener()
}

/** Somebody has signed in or out: what was asked before is about somebody else. */
function beginAnew(): void {
  generation += 1
  asking = undefined
}

/** Who is signed in now. */
export function sessionState(): SessionState {
  return state
}

/** Who is signed in; the component is drawn again when that changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(subscribeToSession, sessionState)
}

/** Asks the service who is signed in and until when; asked twice at once, it asks once. */
export function refreshSession(): Promise<void> {
  if (asking) return asking
  const question = takeIn(
    answerOf(api.GET('/api/v1/session', { cache: 'no-store', signal: withinReason() })),
  ).finally(() => {
    if (asking === question) asking = undefined
  })
  asking = question
  return question
}

/** Shows who is signed in by what the service says to a question that goes out now. */
async function takeIn(asked: Promise<Answer<Session>>): Promise<void> {
  const begunIn = generation
  const answer = await asked
  if (begunIn !== generation) return
  if (!answer.refusal) show({ status: 'signedIn', session: answer.data })
  else if (answer.refusal.status === 401) show(noMore())
  else if (!('session' in state)) show({ status: 'unreachable' })
  // Nobody can be asked, and by the service's clock it is over: nothing personal stays on the screen.
  else if (isOver(state.session)) show(noMore())
}

/** Nobody is signed in: the end of a session where there was one. The refusal may have been told already. */
function noMore(): SessionState {
  return 'session' in state ? { ...state, status: 'ended' } : { status: 'signedOut' }
}

function isOver({ idleExpiresAt, absoluteExpiresAt }: Session): boolean {
  return serverNow() >= Math.min(Date.parse(idleExpiresAt), Date.parse(absoluteExpiresAt))
}

/** Asks again only where this tab was signed in before: a visitor costs the service nothing. */
export async function restoreSession(): Promise<void> {
  if (state.status === 'unknown' && isTabMarked()) await refreshSession()
}

export interface Credentials {
  readonly userId: string
  readonly password: string
  /** Whether this browser is to be known again. */
  readonly ownDevice: boolean
  /** The solution of a security check, once one is due. */
  readonly captcha?: string
}

/** Signs in; the answer says why not. */
export async function signIn(body: Credentials): Promise<Answer<Session>> {
  const answer = await answerOf<Session>(api.POST('/api/v1/session', { body, signal: withinReason() }))
  if (!answer.refusal) {
    beginAnew()
    show({ status: 'signedIn', session: answer.data })
    otherTabs?.postMessage('signedIn')
  }
  return answer
}

/** Tells the service that the person is still here; the session then lasts its idle time from now on. */
export function extendSession(): Promise<void> {
  return takeIn(answerOf<Session>(api.POST('/api/v1/session/extension', { signal: withinReason() })))
}

/** How signing out has ended. */
type Leaving =
  | 'out'
  /** Something typed here would have been lost, and whoever was asked wants to stay. */
  | 'stayed'
  /** The service could not be told. */
  | 'unreachable'

/** Saves what was typed, signs out, and forgets everything personal in this tab. */
export async function signOut(): Promise<Leaving> {
  if (!(await mayLeaveDrafts())) return 'stayed'
  const answer = await answerOf(api.DELETE('/api/v1/session', { signal: withinReason() }))
  if (answer.refusal && answer.refusal.status !== 401) return 'unreachable'
  forgetSession()
  return 'out'
}

/** The service has ended the session because of what was asked for: forgets everything personal, in every tab. */
export function forgetSession(): void {
  leave()
  otherTabs?.postMessage('signedOut')
}

onSessionEnded(() => {
  if (state.status === 'signedIn') show(noMore())
})

otherTabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data === 'signedOut' && 'session' in state) leave()
  if (data === 'signedIn') {
    beginAnew()
    // It may be another person, also where somebody is signed in here.
    void refreshSession()
  }
})

/** Nobody is signed in any more, and nothing personal stays. */
function leave(): void {
  beginAnew()
  forgetDrafts()
  lastAccountId = undefined
  show({ status: 'left' })
}

/** Calls back after every change of who is signed in, until the returned function is called. */
export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function markTab(isSignedIn: boolean): void {
  tryStorage(() => {
    if (isSignedIn) sessionStorage.setItem(markKey, '1')
    else sessionStorage.removeItem(markKey)
  })
}

function isTabMarked(): boolean {
  // Where storage is refused, a page loaded anew simply asks for signing in.
  return tryStorage(() => sessionStorage.getItem(markKey) !== null) ?? false
}
