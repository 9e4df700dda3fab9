import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { stubPageRequests } from '../../../lib/testing/page-requests.ts'

const deleted = 'a-deleted-draft'
const begun = 'a-new-draft'
const kept = ['is-there', 'is-gone', 'went-elsewhere']
const typed: DraftChange = {
  typeId: 'start_job',
  typeVersion: 1,
  changedOn: '2026-11-02',
  details: { employer: 'Corner Store' },
  unfinished: { amount: 'about 400' },
  documentIds: kept,
  documentsLater: [],
}

/** What the service answers, by what it is asked; the last of several stays. */
let answers: Record<string, Response[]>
/** Until it is over, what is saved gets no answer. */
let holding: Promise<undefined>
let asked: { readonly what: string; readonly body: unknown }[]

beforeEach(() => {
  answers = {
    [`GET /change-reports/${deleted}`]: [told(deleted, [typed]), refused(404)],
    'GET /session': [signedIn('ana')],
    'GET /cases/a-case': [Response.json({ members: [] })],
    'GET /documents/is-there': [Response.json({ id: 'is-there', reportId: null })],
    'GET /documents/is-gone': [refused(404)],
    'GET /documents/went-elsewhere': [Response.json({ id: 'went-elsewhere', reportId: 'another' })],
    'POST /change-reports': [told(begun, [])],
    [`PATCH /change-reports/${begun}`]: [told(begun, [{ ...typed, documentIds: ['is-there'] }])],
  }
  asked = []
  holding = Promise.resolve(undefined)
  vi.resetModules()
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', { visibilityState: 'visible' })
  stubPageRequests()
  vi.stubGlobal('fetch', async (request: Request) => {
    const what = `${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`
    const text = await request.text()
    asked.push({ what, body: text === '' ? undefined : JSON.parse(text) })
    if (request.method === 'PATCH') await holding
    const [first, ...rest] = answers[what] ?? []
    if (rest.length > 0) answers[what] = rest
    return first?.clone() ?? new Promise<Response>(() => undefined)
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

it('holds what was typed, and the files that are still there and went nowhere else', async () => {
  const { draft, keepInNewDraft, knownDraft } = await openDeleted()
  expect(await keepInNewDraft(draft)).toEqual({ data: begun })
  const saved = asked.find(({ what }) => what.startsWith('PATCH'))
  expect(saved?.body).toEqual({ changes: [{ ...typed, documentIds: ['is-there'] }] })
  expect(knownDraft(begun)?.keeper.get()).toMatchObject({
    keeping: 'saved',
    changes: [{ unfinished: { amount: 'about 400' } }],
  })
  expect(knownDraft(deleted)).toBeUndefined()
})

it('is a correction of what was submitted elsewhere meanwhile', async () => {
  answers[`PATCH /change-reports/${deleted}`] = [refused(409, 'change_report.submitted')]
  const { draft, keepInNewDraft } = await openTyped()
  answers[`GET /change-reports/${deleted}`] = [told(deleted, [typed], 'received')]
  draft.keeper.update(([first]) => [{ ...first, ...typed, details: { employer: 'Other Store' } }])
  expect(await draft.keeper.flush()).toBe('sentWithout')
  expect(await keepInNewDraft(draft)).toEqual({ data: begun })
  const bodyOf = (method: string) => asked.findLast(({ what }) => what.startsWith(method))?.body
  expect(bodyOf('POST')).toEqual({ caseId: 'a-case', correctsId: deleted })
  expect(bodyOf('PATCH')).toMatchObject({ changes: [{ details: { employer: 'Other Store' } }] })
})

it('takes along what is typed while it begins', async () => {
  const { draft, keepInNewDraft } = await openDeleted()
  const keeping = keepInNewDraft(draft)
  draft.keeper.update(([first]) => [{ ...first, ...typed, details: { employer: 'Other Store' } }])
  await keeping
  const saved = asked.find(({ what }) => what.startsWith('PATCH'))
  expect(saved?.body).toMatchObject({ changes: [{ details: { employer: 'Other Store' } }] })
})

it('takes along what is typed while it is saved', async () => {
  const { draft, keepInNewDraft } = await openDeleted()
  const patch = Promise.withResolvers<undefined>()
  holding = patch.promise
  const keeping = keepInNewDraft(draft)
  await vi.waitFor(() => {
    expect(asked.some(({ what }) => what.startsWith('PATCH'))).toBe(true)
  })
  draft.keeper.update(([first]) => [{ ...first, ...typed, details: { employer: 'Other Store' } }])
  patch.resolve(undefined)
  await keeping
  const saved = asked.findLast(({ what }) => what.startsWith('PATCH'))
  expect(saved?.body).toMatchObject({ changes: [{ details: { employer: 'Other Store' } }] })
})

it('is nobody else’s, where another person is signed in by now', async () => {
  const { draft, keepInNewDraft } = await openDeleted()
  answers['GET /session'] = [signedIn('somebody else')]
  const { refreshSession } = await import('../../../lib/session.ts')
  answers['GET /session'].unshift(signedIn('ana'))
  await refreshSession()
  expect(await keepInNewDraft(draft)).toMatchObject({ refusal: { status: 0 } })
  expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false)
})

it('receives the files that are still on their way to the deleted one', async () => {
  const { draft, keepInNewDraft } = await openDeleted()
  const { keepPlaces } = await import('../../../lib/documents/place-keeper.ts')
  const move = vi.fn()
  keepPlaces({ move, leave: vi.fn() })
  await keepInNewDraft(draft)
  const part = 'start_job.0'
  expect(move.mock.calls).toEqual([
    [
      { owner: deleted, part },
      { owner: begun, part },
    ],
  ])
})

it.each([
  ['it is not known which files are there', 'GET /documents/is-there'],
  ['none can be begun', 'POST /change-reports'],
])('leaves everything as it is while %s', async (_why, what) => {
  const { draft, keepInNewDraft, knownDraft } = await openDeleted()
  answers[what] = [refused(503)]
  expect(await keepInNewDraft(draft)).toMatchObject({ refusal: { status: 503 } })
  expect(knownDraft(deleted)?.keeper.get()).toMatchObject({ keeping: 'gone', changes: [typed] })
})

/** A draft with what was typed into it. */
async function openTyped() {
  const { knownDraft, openDraft } = await import('../draft/open-drafts.ts')
  const { keepInNewDraft } = await import('./new-draft.ts')
  const opened = await openDraft(deleted)
  if (opened.refusal) throw new Error('It was not opened.')
  return { draft: opened.data, keepInNewDraft, knownDraft }
}

/** A draft that was deleted elsewhere since it was opened here. */
async function openDeleted() {
  const opened = await openTyped()
  await opened.draft.keeper.refresh()
  expect(opened.draft.keeper.get().keeping).toBe('gone')
  return opened
}

function told(id: string, changes: readonly DraftChange[], status = 'draft'): Response {
  const report = { id, caseId: 'a-case', correctsId: null, status, documents: [], formNews: [] }
  return Response.json({ ...report, changes }, { headers: { etag: '"1"' } })
}

function signedIn(id: string): Response {
  return Response.json({ account: { id } })
}

function refused(status: number, code = 'any'): Response {
  return Response.json({ code }, { status, headers: { 'content-type': 'application/problem+json' } })
}
