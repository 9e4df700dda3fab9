import { describe, expect, it } from 'vitest'
import { carryOver } from './carry-over.ts'
import { draftIssues } from './change-details.ts'
import type { ChangeType } from './change-type.ts'
import { changeTypeOf, changeTypes } from './change-types.ts'
import type { DraftChange } from './draft-change.ts'
import { exampleChanges } from './paths.ts'

const startJob = changeTypeOf('start_job')
if (startJob === undefined) throw new Error('There is no start_job.')

/** The form two versions later: hours went, the employer became a choice, and two questions came. */
const later: ChangeType = {
  ...startJob,
  version: 3,
  fields: [
    ...startJob.fields.filter(({ id }) => id !== 'hoursPerWeek' && id !== 'employer'),
    {
      id: 'employer',
      kind: 'choice',
      required: true,
      options: [
        { id: 'known', label: { en: 'Known', es: 'Conocido' } },
        { id: 'new', label: { en: 'New', es: 'Nuevo' } },
      ],
      label: { en: 'Which employer?', es: '¿Qué empleador?' },
    },
    { id: 'nights', kind: 'yes_no', required: true, since: 2, label: { en: 'At night?', es: '¿De noche?' } },
    { id: 'tips', kind: 'money', required: false, since: 3, label: { en: 'Tips?', es: '¿Propinas?' } },
  ],
}

const written: DraftChange = {
  typeId: 'start_job',
  typeVersion: 1,
  changedOn: '2026-11-19',
  details: { employer: 'Elm Bakery', frequency: 'weekly', amount: { amount: 100, currency: 'USD' } },
  unfinished: { hoursPerWeek: '12,', changedOn: '2' },
  documentIds: ['d-1'],
  documentsLater: ['pay_stub', 'lease', 'other'],
}

describe('a draft that was written under an older form', () => {
  it('keeps what is still asked and still fits, and says what came and what went', () => {
    expect(carryOver(written, later)).toEqual({
      change: {
        ...written,
        details: { frequency: 'weekly', amount: { amount: 100, currency: 'USD' } },
        unfinished: { changedOn: '2' },
        documentsLater: ['pay_stub', 'other'],
        goneQuestions: ['employer', 'hoursPerWeek'],
      },
      added: ['nights', 'tips'],
      removed: ['employer', 'hoursPerWeek'],
    })
  })

  it('is told of it again after it was saved, until it is written under the form in force', () => {
    const first = carryOver(written, later)
    expect(carryOver(first.change, later)).toEqual(first)
    const goneOnWith = { ...first.change, typeVersion: later.version }
    delete goneOnWith.goneQuestions
    expect(carryOver(goneOnWith, later)).toEqual({ change: goneOnWith, added: [], removed: [] })
  })

  it('is told only of what is newer than itself', () => {
    expect(carryOver({ ...written, typeVersion: 2 }, later).added).toEqual(['tips'])
    expect(carryOver({ ...written, typeVersion: 3 }, later).added).toEqual([])
  })

  it('that says no version is one of the form in force', () => {
    expect(carryOver({ typeId: 'start_job' }, later)).toEqual({
      change: { typeId: 'start_job', typeVersion: 3 },
      added: [],
      removed: [],
    })
  })

  it('can be saved as it is carried over', () => {
    const { change } = carryOver({
      ...written,
      details: { ...written.details, nickname: 'x', who: { name: 'x' } },
    })
    expect(draftIssues(change, {})).toEqual([])
    expect(change.details).toEqual(written.details)
  })
})

describe('a draft under the form in force', () => {
  it.each(changeTypes.map((type) => [type.id, type] as const))(
    'of the kind %s stays as it is',
    (_id, type) => {
      for (const change of exampleChanges(type, { today: '2026-11-21', memberId: 'm-1' })) {
        expect(carryOver(change)).toEqual({ change, added: [], removed: [] })
      }
    },
  )

  it('of a kind that there is not stays as it is', () => {
    const change = { typeId: 'win_lottery', details: { amount: 1 } }
    expect(carryOver(change)).toEqual({ change, added: [], removed: [] })
  })
})
