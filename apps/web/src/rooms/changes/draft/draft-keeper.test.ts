import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Report } from '@connect/contract/rooms/change-reports'
import { unreachable, type Answer, type Refusal } from '../../../lib/api.ts'
import { createDraftKeeper, type VersionedReport } from './draft-keeper.ts'

const moved: DraftChange = { typeId: 'you_move', typeVersion: 1, changedOn: '2026-11-02' }
const job: DraftChange = { typeId: 'start_job', typeVersion: 1 }

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a draft that is being written', () => {
  it('is saved once after a pause, with everything typed until then', async () => {
    const { keeper, service } = begin()
    keeper.update(() => [job])
    await vi.advanceTimersByTimeAsync(500)
    keeper.update((changes) => [...changes, moved])
    await vi.advanceTimersByTimeAsync(700)
    expect(service.saved).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(service.saved).toEqual([[job, moved]])
    expect(keeper.get().keeping).toBe('saved')
  })

  it('sends what was typed while an earlier save was on its way as a save of its own', async () => {
    const { keeper, service } = begin()
    const answer = service.hold()
    keeper.update(() => [job])
    const flushed = keeper.flush()
    keeper.update(() => [moved])
    answer()
    expect(await flushed).toBe('saved')
    expect(service.saved).toEqual([[job], [moved]])
    expect(service.versions).toEqual(['"1"', '"2"'])
  })

  it('says what is new in its forms while it is written, whatever the service tells of it meanwhile', async () => {
    const service = fakeService()
    service.saveElsewhere([job, moved])
    const { report, version } = service.answer()
    const formNews = [{ change: 1, added: ['unit'], removed: [] }]
    const keeper = createDraftKeeper({ report: { ...report, formNews }, version }, service)
    keeper.update((changes) => changes.with(1, { ...moved, changedOn: '2026-11-03' }))
    await keeper.flush()
    await keeper.refresh()
    expect(keeper.get()).toMatchObject({ keeping: 'saved', report: { formNews } })
    keeper.update((changes) => changes.slice(1))
    await keeper.flush()
    expect(keeper.get().report.formNews).toEqual([{ change: 0, added: ['unit'], removed: [] }])
  })

  it('tries again by itself when nothing came back, and first with what may have arrived', async () => {
    const { keeper, service } = begin()
    service.loseNextAnswer()
    keeper.update(() => [job])
    expect(await keeper.flush()).toBe('waiting')
    keeper.update(() => [job, moved])
    await vi.advanceTimersByTimeAsync(3000)
    // The service had taken it, so that the second try names a version that is no longer the newest: its own.
    expect(service.saved).toEqual([[job], [job, moved]])
    expect(keeper.get()).toMatchObject({ keeping: 'saved', changes: [job, moved] })
  })

  it('waits for the same person when the session has ended, and goes on afterwards', async () => {
    const { keeper, service } = begin()
    service.refuseNext({ code: 'session.required', status: 401, retryAfterSeconds: undefined })
    keeper.update(() => [job])
    expect(await keeper.flush()).toBe('signedOut')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(service.saved).toEqual([])
    expect(await keeper.flush()).toBe('saved')
    expect(service.saved).toEqual([[job]])
  })

  it('overwrites nothing that was saved elsewhere, and saves over it only when told so', async () => {
    const { keeper, service } = begin()
    service.saveElsewhere([moved])
    keeper.update(() => [job])
    expect(await keeper.flush()).toBe('stale')
    expect(service.now()).toEqual([moved])
    expect(keeper.get().changes).toEqual([job])
    keeper.keepThis()
    await vi.advanceTimersByTimeAsync(0)
    expect(service.now()).toEqual([job])
    expect(keeper.get()).toMatchObject({ keeping: 'saved', other: undefined })
  })

  it('sends nothing more while nobody has chosen between two drafts', async () => {
    const { keeper, service } = begin()
    service.saveElsewhere([moved])
    keeper.update(() => [job])
    await keeper.flush()
    keeper.update((changes) => [...changes, job])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(service.now()).toEqual([moved])
    keeper.takeOther()
    expect(keeper.get()).toMatchObject({ keeping: 'saved', edition: 1 })
    expect(keeper.get().changes).toMatchObject([moved])
  })

  it('takes what was saved elsewhere where nothing was typed here', async () => {
    const { keeper, service } = begin()
    service.saveElsewhere([moved])
    await keeper.refresh()
    expect(keeper.get().changes).toMatchObject([moved])
    expect(keeper.get().edition).toBe(1)
  })

  it.each([
    ['gone', 404, 'resource.not_found'],
    ['refused', 422, 'request.invalid'],
  ] as const)('says that it is %s after a %d', async (keeping, status, code) => {
    const { keeper, service } = begin()
    service.refuseNext({ code, status, retryAfterSeconds: undefined })
    keeper.update(() => [job])
    expect(await keeper.flush()).toBe(keeping)
  })

  it('is told from what was sent elsewhere where it is not in it, and only there', async () => {
    const { keeper, service } = begin()
    service.loseNextAnswer()
    keeper.update(() => [job])
    expect(await keeper.flush()).toBe('waiting')
    service.submitElsewhere()
    expect(await keeper.flush()).toBe('submitted')

    const other = begin()
    other.service.submitElsewhere()
    other.keeper.update(() => [job])
    expect(await other.keeper.flush()).toBe('sentWithout')
    expect(other.keeper.get().changes).toEqual([job])
  })

  it('keeps what the service found in it, until the service has taken something newer', async () => {
    const { keeper, service } = begin()
    const errors = [{ pointer: '/changes/0/documentIds/0', code: 'document.unknown' }]
    service.refuseNext({ code: 'request.invalid', status: 422, retryAfterSeconds: undefined, errors })
    keeper.update(() => [job])
    await keeper.flush()
    expect(keeper.get().marks).toEqual({ issues: errors, of: [job] })
    keeper.update(() => [moved])
    await keeper.flush()
    expect(keeper.get().marks).toBeUndefined()
    keeper.mark(errors)
    expect(keeper.get().marks).toEqual({ issues: errors, of: [moved] })
  })

  it('sends again what was refused once it was changed', async () => {
    const { keeper, service } = begin()
    service.refuseNext({ code: 'request.invalid', status: 422, retryAfterSeconds: undefined })
    keeper.update(() => [job])
    await keeper.flush()
    keeper.update(() => [moved])
    await vi.advanceTimersByTimeAsync(1000)
    expect(service.saved).toEqual([[moved]])
  })
})

/** A keeper of an empty draft, and a service that holds it. */
function begin() {
  const service = fakeService()
  const keeper = createDraftKeeper(service.answer(), { save: service.save, fetch: service.fetch })
  return { keeper, service }
}

function fakeService() {
  let changes: readonly DraftChange[] = []
  let version = 1
  let next: 'take' | 'lose' | Refusal = 'take'
  let held: Promise<void> = Promise.resolve()
  const saved: (readonly DraftChange[])[] = []
  const versions: string[] = []
  let status: Report['status'] = 'draft'
  const answer = (): VersionedReport => ({
    report: { ...reportOf(changes), status },
    version: `"${String(version)}"`,
  })
  return {
    saved,
    versions,
    answer,
    now: () => changes,
    hold() {
      let release: () => void = () => undefined
      held = new Promise((resolve) => {
        release = resolve
      })
      return () => {
        release()
      }
    },
    loseNextAnswer() {
      next = 'lose'
    },
    refuseNext(refusal: Refusal) {
      next = refusal
    },
    saveElsewhere(theirs: readonly DraftChange[]) {
      changes = theirs
      version += 1
    },
    submitElsewhere() {
      status = 'received'
    },
    fetch: () => Promise.resolve({ data: answer() }),
    async save(sent: readonly DraftChange[], named: string): Promise<Answer<VersionedReport>> {
      await held
      const outcome = next
      next = 'take'
      if (typeof outcome === 'object') return { refusal: outcome }
      if (status !== 'draft')
        return { refusal: { code: 'change_report.submitted', status: 409, retryAfterSeconds: undefined } }
      if (named !== `"${String(version)}"`)
        return { refusal: { code: 'resource.stale', status: 412, retryAfterSeconds: undefined } }
      saved.push(sent)
      versions.push(named)
      changes = sent
      version += 1
      return outcome === 'lose' ? { refusal: unreachable } : { data: answer() }
    },
  }
}

function reportOf(changes: readonly DraftChange[]): Report {
  return {
    id: '01988d3c-0000-7000-8000-000000000001',
    caseId: '01988d3c-0000-7000-8000-000000000002',
    kind: 'changes',
    status: 'draft',
    channel: 'online',
    createdAt: '2026-11-03T15:00:00Z',
    updatedAt: '2026-11-03T15:00:00Z',
    expiresAt: null,
    submittedAt: null,
    receivedOn: null,
    dueOn: null,
    confirmationNumber: null,
    correctsId: null,
    noticeId: null,
    changes: changes.map(({ typeId, typeVersion = 1, changedOn = null, details = {} }) => ({
      typeId,
      typeVersion,
      changedOn,
      dueOn: null,
      daysLeft: null,
      details,
      unfinished: {},
      documentIds: [],
      documentsLater: [],
    })),
    documents: [],
    formNews: [],
    correctedByIds: [],
    signedName: null,
    timeline: [],
    withdrawable: false,
  }
}
