import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type * as sessionOfTab from '../../../lib/session.ts'
import { stubPageRequests } from '../../../lib/testing/page-requests.ts'

const id = '01988d3c-0000-7000-8000-000000000001'
const moved: DraftChange = { typeId: 'you_move', typeVersion: 1, changedOn: '2026-11-02' }
const report = { id, caseId: 'a-case', status: 'draft', changes: [], documents: [], formNews: [] }

/** The service: every request waits here until the test answers it. */
let waiting: { readonly what: string; readonly answer: (response: Response) => void }[]
let onPage: Map<string, (event: Event) => void>

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  waiting = []
  onPage = new Map()
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('document', { visibilityState: 'visible' })
  vi.stubGlobal('addEventListener', (type: string, listener: (event: Event) => void) => {
    onPage.set(type, listener)
  })
  stubPageRequests()
  vi.stubGlobal(
    'fetch',
    ({ method, url }: Request) =>
      new Promise<Response>((resolve) => {
        waiting.push({
          what: `${method} ${new URL(url).pathname.replace('/api/v1', '')}`,
          answer: resolve,
        })
      }),
  )
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a draft that is open in this tab', () => {
  it('is saved with the last word that was typed before its writer is signed out', async () => {
    const { keeper, signOut } = await open()
    keeper.update(() => [moved])
    const leaving = signOut()
    const saving = await request(`PATCH /change-reports/${id}`)
    expect(waiting).toEqual([])
    saving.answer(told({ ...report, changes: [whole(moved)] }))
    ;(await request('DELETE /session')).answer(new Response(null, { status: 204 }))
    expect(await leaving).toBe('out')
  })

  it.each([
    ['cannot be saved now', 'out', true],
    ['does not get an answer in a few seconds', 'stayed', false],
  ])('is not lost by signing out unasked where it %s', async (_, how, mayLose) => {
    const { keeper, signOut } = await open()
    const { onAskToLose } = await import('../../../lib/drafts.ts')
    const asked = vi.fn(() => Promise.resolve(mayLose))
    onAskToLose(asked)
    keeper.update(() => [moved])
    const leaving = signOut()
    const saving = await request(`PATCH /change-reports/${id}`)
    if (mayLose) saving.answer(refused(503, 'server.busy'))
    else await vi.advanceTimersByTimeAsync(3000)
    await vi.waitFor(() => {
      expect(asked).toHaveBeenCalledOnce()
    })
    if (mayLose) (await request('DELETE /session')).answer(new Response(null, { status: 204 }))
    expect(await leaving).toBe(how)
  })

  it.each([
    ['is being sent', undefined],
    ['cannot be sent now', 503],
    ['was not sent before the session ended', 401],
    ['is not taken', 422],
    ['was saved differently elsewhere', 412],
  ])('warns whoever closes the page while what was typed %s', async (_, status) => {
    const { keeper } = await open()
    expect(isWarned()).toBe(false)
    keeper.update(() => [moved])
    const flushed = keeper.flush()
    const saving = await request(`PATCH /change-reports/${id}`)
    if (status !== undefined) {
      const code = status === 412 ? 'resource.stale' : 'other'
      saving.answer(refused(status, code))
      if (status === 412) (await request(`GET /change-reports/${id}`)).answer(told(report, '"2"'))
      await flushed
    }
    expect(isWarned()).toBe(true)
  })

  it('lets the page go without a word once it is saved', async () => {
    const { keeper } = await open()
    keeper.update(() => [moved])
    const flushed = keeper.flush()
    ;(await request(`PATCH /change-reports/${id}`)).answer(told({ ...report, changes: [whole(moved)] }))
    expect(await flushed).toBe('saved')
    expect(isWarned()).toBe(false)
  })

  it('goes out when the same person has signed in again, on whichever page', async () => {
    const { keeper, session } = await open()
    await signIn(session, 'ana')
    keeper.update(() => [moved])
    const flushed = keeper.flush()
    ;(await request(`PATCH /change-reports/${id}`)).answer(refused(401, 'session.required'))
    expect(await flushed).toBe('signedOut')
    await signIn(session, 'ana')
    const again = await request(`PATCH /change-reports/${id}`)
    again.answer(told({ ...report, changes: [whole(moved)] }))
    await vi.waitFor(() => {
      expect(keeper.get().keeping).toBe('saved')
    })
  })

  it('is not opened for whoever signs in while it is on its way to somebody else', async () => {
    const { openDraft, knownDraft } = await import('./open-drafts.ts')
    const session = await import('../../../lib/session.ts')
    await signIn(session, 'ana')
    const opening = openDraft(id)
    ;(await request(`GET /change-reports/${id}`)).answer(told(report))
    const late = await request('GET /cases/a-case')
    await signIn(session, 'boris')
    late.answer(Response.json({ members: [] }))
    ;(await request(`GET /change-reports/${id}`)).answer(refused(404, 'resource.not_found'))
    expect((await opening).refusal?.status).toBe(404)
    expect(knownDraft(id)).toBeUndefined()
  })
})

/** A draft without changes, open in a tab. */
async function open() {
  const { openDraft } = await import('./open-drafts.ts')
  const session = await import('../../../lib/session.ts')
  const opening = openDraft(id)
  ;(await request(`GET /change-reports/${id}`)).answer(told(report))
  ;(await request('GET /cases/a-case')).answer(Response.json({ members: [] }))
  const opened = await opening
  if (opened.refusal) throw new Error('It was not opened.')
  return { keeper: opened.data.keeper, signOut: session.signOut, session }
}

async function signIn({ signIn: send }: typeof sessionOfTab, account: string) {
  const signingIn = send({ userId: account, password: 'Quiet-Lake7', ownDevice: false })
  const far = new Date(Date.now() + 3_600_000).toISOString()
  const session = { account: { id: account }, idleExpiresAt: far, absoluteExpiresAt: far }
  ;(await request('POST /session')).answer(Response.json(session))
  await signingIn
}

/** The next request that the service has not answered yet. */
async function request(what: string) {
  return vi.waitFor(() => {
    const found = waiting.find((candidate) => candidate.what === what)
    if (!found) throw new Error(`Nobody has asked ${what}`)
    waiting = waiting.filter((candidate) => candidate !== found)
    return found
  })
}

function isWarned(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  onPage.get('beforeunload')?.(event)
  return event.defaultPrevented
}

function told(body: object, etag = '"1"'): Response {
  return Response.json(body, { headers: { etag } })
}

function refused(status: number, code: string): Response {
  return Response.json({ code }, { status, headers: { 'content-type': 'application/problem+json' } })
}

function whole(change: DraftChange) {
  return { changedOn: null, details: {}, unfinished: {}, documentIds: [], documentsLater: [], ...change }
}
