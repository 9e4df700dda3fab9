import type { Session } from '@connect/contract/rooms/session'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stubPageRequests } from './testing/page-requests.ts'

const minute = 60_000
const start = Date.parse('2026-11-21T15:00:00Z')

function sessionOf(id: string): Session {
  return {
    account: {
      id,
      userId: 'maple42',
      firstName: 'Ana',
      lastName: 'Rivera',
      email: null,
      locale: 'en',
      deletionDueAt: null,
    },
    idleExpiresAt: new Date(start + 15 * minute).toISOString(),
    absoluteExpiresAt: new Date(start + 8 * 60 * minute).toISOString(),
  }
}

const ana = sessionOf('ana')
const boris = sessionOf('boris')

/** The service: each request waits here until the test answers it. */
let waiting: {
  readonly what: string
  readonly answer: (response: Response) => void
  readonly lose: () => void
}[]
/** What this tab has told the others, and how they tell it something. */
let told: unknown[]
let hear: (message: string) => void

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  waiting = []
  told = []
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', tabStorage(kept))
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      addEventListener(_type: string, listener: (event: { data: string }) => void) {
        hear = (data) => {
          listener({ data })
        }
      }
      postMessage(message: unknown) {
        told.push(message)
      }
    },
  )
  stubPageRequests()
  vi.stubGlobal(
    'fetch',
    (request: Request) =>
      new Promise<Response>((resolve, reject) => {
        waiting.push({
          what: `${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`,
          answer: resolve,
          lose: () => {
            reject(new TypeError('Failed to fetch'))
          },
        })
      }),
  )
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const yes = (session: Session) => Response.json(session)
const no = () =>
  Response.json(
    { code: 'session.required' },
    { status: 401, headers: { 'content-type': 'application/problem+json' } },
  )
const done = () => new Response(null, { status: 204 })

/** The next request that the service has not answered yet. */
async function request(what: string) {
  return vi.waitFor(() => {
    const found = waiting.find((candidate) => candidate.what === what)
    if (!found) throw new Error(`Nobody has asked ${what}`)
    waiting = waiting.filter((candidate) => candidate !== found)
    return found
  })
}

/** A tab that has just been opened. */
async function openTab() {
  const { sessionState, ...session } = await import('./session.ts')
  const drafts = await import('./drafts.ts')
  return { sessionState, ...session, ...drafts }
}

async function tabOf(person: Session) {
  const tab = await openTab()
  const signingIn = tab.signIn({ userId: 'maple42', password: 'Quiet-Lake7', ownDevice: false })
  ;(await request('POST /session')).answer(yes(person))
  await signingIn
  return tab
}

async function signOutOf(tab: Awaited<ReturnType<typeof openTab>>) {
  const leaving = tab.signOut()
  ;(await request('DELETE /session')).answer(done())
  expect(await leaving).toBe('out')
}

describe('signing in and out', () => {
  it('shows who is signed in, and tells the other tabs', async () => {
    const tab = await tabOf(ana)
    expect(tab.sessionState()).toEqual({ status: 'signedIn', session: ana })
    await signOutOf(tab)
    expect(tab.sessionState()).toEqual({ status: 'left' })
    expect(told).toEqual(['signedIn', 'signedOut'])
  })

  it('stays signed in when the service could not be told', async () => {
    const tab = await tabOf(ana)
    const leaving = tab.signOut()
    ;(await request('DELETE /session')).lose()
    expect(await leaving).toBe('unreachable')
    expect(tab.sessionState().status).toBe('signedIn')
  })

  it('leaves no draft behind, in storage or in memory', async () => {
    const tab = await tabOf(ana)
    const forgotten = vi.fn()
    tab.onForgetDrafts(forgotten)
    sessionStorage.setItem('connect.draft.feedback', '{}')
    sessionStorage.setItem('connect.other', '1')
    await signOutOf(tab)
    expect(sessionStorage.getItem('connect.draft.feedback')).toBeNull()
    expect(sessionStorage.getItem('connect.other')).toBe('1')
    expect(forgotten).toHaveBeenCalledOnce()
  })

  it('is asked about what would be lost, and signs nobody out who would rather stay', async () => {
    const tab = await tabOf(ana)
    let isSaved = false
    tab.onLosingDrafts(() => !isSaved)
    const asked = vi.fn(() => Promise.resolve(false))
    tab.onAskToLose(asked)
    expect(await tab.signOut()).toBe('stayed')
    expect(tab.sessionState().status).toBe('signedIn')
    expect(waiting).toEqual([])
    isSaved = true
    await signOutOf(tab)
    expect(asked).toHaveBeenCalledOnce()
  })

  it('asks after a reload only where somebody was signed in', async () => {
    const visitor = await openTab()
    await visitor.restoreSession()
    expect(waiting).toEqual([])
    await tabOf(ana)
    vi.resetModules()
    const reloaded = await openTab()
    const restoring = reloaded.restoreSession()
    ;(await request('GET /session')).answer(yes(ana))
    await restoring
    expect(reloaded.sessionState().status).toBe('signedIn')
  })
})

describe('what was asked before signing out', () => {
  it.each([
    ['GET /session', 'refreshSession'],
    ['POST /session/extension', 'extendSession'],
  ] as const)('shows nobody as signed in when %s is answered late', async (what, ask) => {
    const tab = await tabOf(ana)
    const asking = tab[ask]()
    const late = await request(what)
    await signOutOf(tab)
    late.answer(yes(ana))
    await asking
    expect(tab.sessionState()).toEqual({ status: 'left' })
  })
})

describe('another tab', () => {
  it('that signs somebody else in shows that person here too, without the drafts of the first', async () => {
    const tab = await tabOf(ana)
    sessionStorage.setItem('connect.draft.signup', '{}')
    hear('signedIn')
    ;(await request('GET /session')).answer(yes(boris))
    await vi.waitFor(() => {
      expect(tab.sessionState()).toEqual({ status: 'signedIn', session: boris })
    })
    expect(sessionStorage.getItem('connect.draft.signup')).toBeNull()
  })

  it('is heard even while this one is asking: what was asked before is about the first person', async () => {
    const tab = await tabOf(ana)
    const asking = tab.refreshSession()
    const late = await request('GET /session')
    hear('signedIn')
    ;(await request('GET /session')).answer(yes(boris))
    late.answer(yes(ana))
    await asking
    await vi.waitFor(() => {
      expect(tab.sessionState()).toEqual({ status: 'signedIn', session: boris })
    })
  })

  it('that signs the same person in again takes no draft away', async () => {
    const tab = await tabOf(ana)
    sessionStorage.setItem('connect.draft.signup', '{}')
    const asked = vi.fn()
    tab.onForgetDrafts(asked)
    hear('signedIn')
    ;(await request('GET /session')).answer(yes({ ...ana }))
    await tab.refreshSession()
    expect(asked).not.toHaveBeenCalled()
    expect(sessionStorage.getItem('connect.draft.signup')).toBe('{}')
  })

  it('that signs out signs out this one', async () => {
    const tab = await tabOf(ana)
    sessionStorage.setItem('connect.draft.signup', '{}')
    hear('signedOut')
    expect(tab.sessionState()).toEqual({ status: 'left' })
    expect(sessionStorage.getItem('connect.draft.signup')).toBeNull()
  })
})

describe('the end of a session', () => {
  it('is told as such when the service says so', async () => {
    const tab = await tabOf(ana)
    const asking = tab.refreshSession()
    ;(await request('GET /session')).answer(no())
    await asking
    expect(tab.sessionState()).toEqual({ status: 'ended', session: ana })
  })

  it.each([
    [14 * minute, 'signedIn'],
    [15 * minute, 'ended'],
  ])('without a connection, after %i milliseconds, the tab is %s', async (elapsed, status) => {
    const tab = await tabOf(ana)
    vi.setSystemTime(start + elapsed)
    const asking = tab.refreshSession()
    ;(await request('GET /session')).lose()
    await asking
    expect(tab.sessionState().status).toBe(status)
  })
})

describe('a page whose session has ended', () => {
  it('stays hidden as it was while the service cannot be asked, so that nothing typed on it is lost', async () => {
    const tab = await tabOf(ana)
    const asking = tab.refreshSession()
    ;(await request('GET /session')).answer(no())
    await asking
    vi.setSystemTime(start + 20 * minute)
    const again = tab.refreshSession()
    ;(await request('GET /session')).lose()
    await again
    expect(tab.sessionState()).toEqual({ status: 'ended', session: ana })
  })
})

/** The storage of one tab; its keys can be listed, as those of the browser's can. */
function tabStorage(kept: Map<string, string>) {
  const own = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  return new Proxy(own, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}
