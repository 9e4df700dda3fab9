import { describe, expect, it } from 'vitest'
import { unreachable, type Answer, type Refusal } from '../../../lib/api.ts'
import type { Receipt } from '@connect/contract/rooms/receipts'
import type { DraftKeeper, Keeping, KeptDraft, VersionedReport } from './draft-keeper.ts'
import { createSubmission } from './submission.ts'

const body = { signedName: 'Ana Rivera', statementVersion: '2026-11' }
const refusalOf = (status: number, code: string): Refusal => ({ status, code, retryAfterSeconds: undefined })

describe('sending a report', () => {
  it('saves first what was not saved yet, and sends nothing that was not', async () => {
    const { submission, keys } = begin({ answers: [] })
    const outcome = await submission.submit(keeperThatEnds('waiting'), body)
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { status: 0 } })
    expect(keys).toEqual([])
  })

  it('goes out under the same key after an answer was lost', async () => {
    const { submission, keys } = begin({ answers: [{ refusal: unreachable }, received] })
    expect(await submission.submit(keeperThatEnds('saved'), body)).toMatchObject({ kind: 'refused' })
    expect(await submission.submit(keeperThatEnds('saved'), body)).toEqual({
      kind: 'submitted',
      reportId: received.data.reportId,
    })
    expect(keys).toEqual(['key-1', 'key-1'])
  })

  it.each([
    ['an answer that was lost', unreachable],
    ['a report that another window has sent', refusalOf(409, 'change_report.submitted')],
  ])('finds out by asking that it has arrived: %s', async (_, refusal) => {
    const { submission } = begin({ answers: [{ refusal }], status: 'received' })
    expect(await submission.submit(keeperThatEnds('saved'), body)).toMatchObject({ kind: 'submitted' })
  })

  it('never says that it has arrived because of a failure alone', async () => {
    const { submission } = begin({ answers: [{ refusal: refusalOf(503, 'server.unavailable') }] })
    expect(await submission.submit(keeperThatEnds('saved'), body)).toMatchObject({ kind: 'refused' })
  })

  it('tells what has to be mended in a change from what is wrong with the signature', async () => {
    const wrong = (pointer: string) => ({
      refusal: { ...refusalOf(422, 'request.invalid'), errors: [{ pointer, code: 'field.required' }] },
    })
    const { submission } = begin({ answers: [wrong('/changes/0/changedOn'), wrong('/signedName')] })
    expect(await submission.submit(keeperThatEnds('saved'), body)).toEqual({
      kind: 'mend',
      issues: [{ pointer: '/changes/0/changedOn', code: 'field.required' }],
    })
    expect(await submission.submit(keeperThatEnds('saved'), body)).toMatchObject({ kind: 'refused' })
  })

  it('leads to the changes first where both are wrong', async () => {
    const errors = ['/statementVersion', '/changes/0/changedOn'].map((pointer) => ({
      pointer,
      code: 'field.required',
    }))
    const { submission } = begin({ answers: [{ refusal: { ...refusalOf(422, 'request.invalid'), errors } }] })
    expect(await submission.submit(keeperThatEnds('saved'), body)).toEqual({
      kind: 'mend',
      issues: errors.slice(1),
    })
  })
})

/** The service gives the receipt of a report that said the same a moment ago, where there is one. */
const received = { data: { reportId: 'the-first-report' } as Receipt }

interface Service {
  readonly answers: readonly Answer<Receipt>[]
  /** What the service says of the report when it is asked. */
  readonly status?: 'draft' | 'received'
}

function begin({ answers, status = 'draft' }: Service) {
  const keys: string[] = []
  let made = 0
  const submission = createSubmission({
    send: (_, key) => {
      keys.push(key)
      return Promise.resolve(answers[keys.length - 1] ?? { refusal: unreachable })
    },
    fetch: () => Promise.resolve({ data: { report: { status }, version: '"2"' } as VersionedReport }),
    newKey: () => {
      made += 1
      return `key-${String(made)}`
    },
  })
  return { submission, keys }
}

function keeperThatEnds(keeping: Keeping): DraftKeeper {
  return {
    get: () => ({ report: { id: 'report' }, keeping }) as KeptDraft,
    flush: () => Promise.resolve(keeping),
  } as DraftKeeper
}
