import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChange, today, typeOf } from '../testing/a-change.ts'
import {
  answersOf,
  changeIssues,
  daysLeft,
  draftIssues,
  dueOn,
  dueOnOfDraft,
  isInTime,
  promisedLater,
  visibleDocuments,
} from './change-details.ts'
import { changeTypes } from './change-types.ts'
import type { DraftChange } from './draft-change.ts'

const context = { today, memberIds: ['m-1', 'm-2'] }

describe('a draft', () => {
  const inDraft = (change: DraftChange) =>
    draftIssues(change, { caseDocumentIds: ['d-1'] }).map(({ pointer, code }) => `${pointer} ${code}`)

  it('may lack everything but its kind', () => {
    for (const { id } of changeTypes) expect(inDraft({ typeId: id })).toEqual([])
    expect(inDraft({ typeId: 'win_lottery' })).toEqual(['/typeId field.not_an_option'])
    expect(changeIssues({ typeId: 'constructor' }, context)).toMatchObject([{ code: 'field.not_an_option' }])
  })

  it('may hold what is begun, out of bounds or of somebody who has left the case', () => {
    const newAddress = { street: '1', zip: '06' }
    expect(inDraft({ typeId: 'you_move', changedOn: '2999-01-01', details: { newAddress } })).toEqual([])
    const details = { employer: 'x'.repeat(300), who: { memberId: 'gone' }, hoursPerWeek: 900 }
    expect(inDraft({ typeId: 'start_job', details })).toEqual([])
  })

  it('holds nothing that its kind does not ask, and nothing of another shape', () => {
    const details = { employer: 3, nickname: 'x', who: { name: 'x' }, frequency: 'daily', amount: 12 }
    expect(
      inDraft({ typeId: 'start_job', details, unfinished: { hoursPerWeek: '1,', nickname: 'x' } }),
    ).toEqual([
      '/details/employer field.wrong_type',
      '/details/nickname field.unknown',
      '/details/who/name field.unknown',
      '/details/frequency field.not_an_option',
      '/details/amount field.wrong_type',
      '/unfinished/nickname field.unknown',
    ])
    const unfinished = { 'who.birthDate': '1', 'baby.birthDate': '1', changedOn: '1' }
    expect(inDraft({ typeId: 'you_give_birth', unfinished })).toEqual([
      '/unfinished/who.birthDate field.unknown',
      '/unfinished/baby.birthDate field.unknown',
    ])
  })

  it('attaches each document once, of those that may be attached, and promises what helps with it', () => {
    const change = {
      typeId: 'start_job',
      documentIds: ['d-1', 'd-1', 'd-2'],
      documentsLater: ['pay_stub', 'lease', 'other'],
    }
    const expected = [
      '/documentIds/1 document.repeated',
      '/documentIds/2 document.unknown',
      '/documentsLater/1 field.not_an_option',
    ]
    expect(inDraft(change)).toEqual(expected)
    const submitted = changeIssues(
      { ...aChange('start_job'), ...change },
      { ...context, caseDocumentIds: ['d-1'] },
    )
    expect(submitted.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected)
  })

  it('of any shape is judged without a fault, and what may be submitted is fine as a draft', () => {
    const fields = [...new Set(changeTypes.flatMap((type) => type.fields.map(({ id }) => id)))]
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.dictionary(
        fc.constantFrom('amount', 'currency', 'memberId', 'zip'),
        fc.oneof(fc.string(), fc.integer()),
      ),
    )
    const details = fc.dictionary(fc.constantFrom(...fields), value)
    const kind = fc.constantFrom(...changeTypes.map(({ id }) => id))
    fc.assert(
      fc.property(kind, details, (typeId, answers) => {
        const change = aChange(typeId, answers)
        if (changeIssues(change, context).length > 0) return true
        const submitted = { ...change, ...answersOf(change), documentIds: [], documentsLater: [] }
        return draftIssues(submitted, {}).length === 0 && changeIssues(submitted, context).length === 0
      }),
    )
  })
})

describe('what is submitted', () => {
  it('is written in one way, under the form in force', () => {
    const details = { employer: ' Cafe\u0301  Sol\t', who: { memberId: ' m-1 ' } }
    expect(answersOf(aChange('start_job', details, { typeVersion: 7 }))).toMatchObject({
      typeVersion: 1,
      details: { employer: 'Café  Sol', who: { memberId: 'm-1' } },
    })
    const person = { firstName: ' Ana   Luz ', lastName: 'Ruiz' }
    expect(answersOf(aChange('someone_moves_in', { person })).details['person']).toEqual({
      firstName: 'Ana Luz',
      lastName: 'Ruiz',
    })
    const newAddress = { street: '1 Elm St', unit: ' ', city: 'Hartford', state: 'CT', zip: '06106 1234' }
    expect(answersOf(aChange('you_move', { newAddress })).details['newAddress']).toEqual({
      street: '1 Elm St',
      city: 'Hartford',
      state: 'CT',
      zip: '06106-1234',
    })
    expect(answersOf(aChange('something_else', { description: 'a\r\nb\n' })).details['description']).toBe(
      'a\nb',
    )
  })

  it('says that the offer to register to vote was left open', () => {
    const submitted = answersOf(aChange('you_move', { voterRegistration: undefined }))
    expect(submitted.details['voterRegistration']).toBe('no_answer')
  })

  it('promises no document that does not help with what was answered', () => {
    const details = { action: 'closed' }
    const documentsLater = ['bank_statement', 'account_closing_letter', 'other', 'other']
    expect(visibleDocuments(typeOf('bank_account'), details).map(({ id }) => id)).toEqual([
      'account_closing_letter',
    ])
    expect(answersOf(aChange('bank_account', details, { documentsLater })).documentsLater).toEqual([
      'account_closing_letter',
      'other',
    ])
    // Whoever checks the answers, before all of them are given, sees what is going to be submitted.
    const unfinished = { typeId: 'bank_account', details: { action: 'opened' }, documentsLater }
    expect(promisedLater(unfinished)).toEqual(['bank_statement', 'other'])
  })
})

describe('the due day', () => {
  it('is ten days after the change, over months, years and changes of the clock', () => {
    const type = typeOf('start_job')
    expect(dueOn(type, '2026-11-21')).toBe('2026-12-01')
    expect(dueOn(type, '2026-12-25')).toBe('2027-01-04')
    expect(dueOn(type, '2028-02-20')).toBe('2028-03-01')
    expect(dueOn(type, '2026-10-28')).toBe('2026-11-07')
  })

  it('of a draft is none while the day is missing, unfinished, or one that the change may not have', () => {
    const type = typeOf('someone_moves_in')
    const change: DraftChange = { typeId: type.id, changedOn: today }
    expect(dueOnOfDraft(change, today)).toBe(dueOn(type, today))
    const born = type.fields.find(({ kind }) => kind === 'person')?.id ?? ''
    for (const refused of [
      { typeId: type.id },
      { ...change, unfinished: { changedOn: '2/30/2026' } },
      { ...change, changedOn: '9999-12-31' },
      { ...change, changedOn: '1899-12-31' },
      { ...change, details: { [born]: { firstName: 'Ana', birthDate: '9999-12-31' } } },
      { ...change, typeId: 'win_lottery' },
    ])
      expect([refused, dueOnOfDraft(refused, today)]).toEqual([refused, undefined])
  })

  it('counts whole: in time until it is over', () => {
    expect([daysLeft('2026-12-01', '2026-11-21'), isInTime('2026-12-01', '2026-11-21')]).toEqual([10, true])
    expect([daysLeft('2026-12-01', '2026-12-01'), isInTime('2026-12-01', '2026-12-01')]).toEqual([0, true])
    expect([daysLeft('2026-12-01', '2026-12-02'), isInTime('2026-12-01', '2026-12-02')]).toEqual([-1, false])
  })
})
