import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stubPageRequests } from '../../../lib/testing/page-requests.ts'
import type { ProofDraft } from './proof-drafts.ts'

const typed: ProofDraft = { message: 'My landlord wrote this', documentIds: ['a-document'] }
const nothing: ProofDraft = { message: '', documentIds: [] }

let kept: Map<string, string>

beforeEach(() => {
  kept = new Map()
  vi.resetModules()
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  stubPageRequests()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('what was typed to go along with files', () => {
  it('is there again for the same person after a reload of the tab', async () => {
    const first = await pageOf('ana')
    first.changeProofDraft('send-proof', () => typed)
    expect(draftIn(await pageOf('ana'))).toEqual(typed)
  })

  it('is not shown to whoever signs in after a reload, when the session of the first has ended', async () => {
    const first = await pageOf('ana')
    first.changeProofDraft('send-proof', () => typed)
    const second = await pageOf('boris')
    expect(draftIn(second)).toEqual(nothing)
    expect([...kept].join()).not.toContain('landlord')
    expect(draftIn(await pageOf('ana'))).toEqual(nothing)
  })

  it.each([
    ['words', { ...nothing, message: typed.message }, false],
    ['files', { ...nothing, documentIds: typed.documentIds }, false],
    ['nothing', { ...nothing, message: ' ' }, true],
  ])('is asked about before signing out where it is %s', async (_, draft, mayLeave) => {
    const page = await pageOf('ana')
    const { mayLeaveDrafts, onAskToLose } = await import('../../../lib/drafts.ts')
    onAskToLose(() => Promise.resolve(false))
    page.changeProofDraft('send-proof', () => draft)
    expect(await mayLeaveDrafts()).toBe(mayLeave)
    page.clearProofDraft('send-proof')
    expect(await mayLeaveDrafts()).toBe(true)
  })

  it('is nothing where the browser holds something else under its name', async () => {
    kept.set('connect.draft.proof.send-proof', '{"message":')
    expect(draftIn(await pageOf('ana'))).toEqual(nothing)
  })
})

/** A page that was just loaded in this tab, where somebody signs in. */
async function pageOf(account: string) {
  vi.resetModules()
  const { signIn } = await import('../../../lib/session.ts')
  const far = new Date(Date.now() + 3_600_000).toISOString()
  const session = { account: { id: account }, idleExpiresAt: far, absoluteExpiresAt: far }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(session)))
  await signIn({ userId: account, password: 'Quiet-Lake7', ownDevice: false })
  return import('./proof-drafts.ts')
}

function draftIn({ changeProofDraft }: Awaited<ReturnType<typeof pageOf>>): ProofDraft {
  let found = nothing
  changeProofDraft('send-proof', (draft) => {
    found = draft
    return draft
  })
  return found
}
