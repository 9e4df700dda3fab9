import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { stubPageRequests } from '../testing/page-requests.ts'

/** What the page sends: each request waits here until the test ends it. */
let sent: FakeRequest[]
let onPage: Map<string, (event: Event) => void>

/** A request as far as sending a file needs one. */
class FakeRequest {
  status = 0
  responseText = '{}'
  readonly upload = {}
  onloadend: (() => void) | undefined
  readonly open = vi.fn()
  readonly setRequestHeader = vi.fn()
  getResponseHeader() {
    return null
  }
  abort() {
    this.end(0)
  }
  send() {
    sent.push(this)
  }
  end(status: number) {
    this.status = status
    this.onloadend?.()
  }
}

beforeEach(() => {
  sent = []
  onPage = new Map()
  vi.resetModules()
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  vi.stubGlobal('addEventListener', (type: string, listener: (event: Event) => void) => {
    onPage.set(type, listener)
  })
  stubPageRequests()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

it('whoever closes the page or signs out while a file is on its way is asked, and not once it has arrived or is refused', async () => {
  const { filesOnTheWay } = await signedIn()
  const { mayLeaveDrafts, onAskToLose } = await import('../drafts.ts')
  onAskToLose(() => Promise.resolve(false))
  expect(isWarned()).toBe(false)
  expect(await mayLeaveDrafts()).toBe(true)
  filesOnTheWay.add({ owner: 'report', part: 'here' }, 'other', [aFile('1.jpg'), aFile('2.jpg')])
  expect(isWarned()).toBe(true)
  expect(await mayLeaveDrafts()).toBe(false)
  sent[0]?.end(201)
  await vi.waitFor(() => {
    expect(filesOnTheWay.all()).toHaveLength(1)
  })
  expect(isWarned()).toBe(true)
  sent[1]?.end(413)
  await vi.waitFor(() => {
    expect(filesOnTheWay.all()).toMatchObject([{ state: 'failed' }])
  })
  expect(isWarned()).toBe(false)
  expect(await mayLeaveDrafts()).toBe(true)
})

it('a file whose session had ended goes again when one has signed in again, on whichever page that was', async () => {
  const { filesOnTheWay, signIn } = await signedIn()
  filesOnTheWay.add({ owner: 'report', part: 'here' }, 'other', [aFile('1.jpg')])
  answerWith(Response.json({ code: 'session.required' }, { status: 401 }))
  sent[0]?.end(401)
  await vi.waitFor(() => {
    expect(filesOnTheWay.all()).toMatchObject([{ state: 'failed' }])
  })
  expect(isWarned()).toBe(true)
  await vi.waitFor(signIn)
  await vi.waitFor(() => {
    expect(sent).toHaveLength(2)
  })
  expect(filesOnTheWay.all()).toMatchObject([{ state: 'sending' }])
})

/** A page of somebody who is signed in. */
async function signedIn() {
  const session = await import('../session.ts')
  const { filesOnTheWay } = await import('./files-on-the-way.ts')
  const far = new Date(Date.now() + 3_600_000).toISOString()
  const told = { account: { id: 'ana' }, idleExpiresAt: far, absoluteExpiresAt: far }
  const signIn = async () => {
    // What was asked of the service before is answered by now.
    if (session.sessionState().status === 'signedIn') throw new Error('Nobody has noticed the end.')
    answerWith(Response.json(told))
    await session.signIn({ userId: 'ana', password: 'Quiet-Lake7', ownDevice: false })
  }
  await signIn()
  return { filesOnTheWay, signIn }
}

function answerWith(response: Response): void {
  vi.stubGlobal('fetch', () => Promise.resolve(response.clone()))
}

function isWarned(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  onPage.get('beforeunload')?.(event)
  return event.defaultPrevented
}

const aFile = (name: string) => new File(['x'], name)
