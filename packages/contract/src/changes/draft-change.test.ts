import { describe, expect, it } from 'vitest'
import { issuesOf } from '../shared/issues.ts'
import { draftChange } from './draft-change.ts'

const anId = '018f3a5c-0000-7000-8000-000000000000'
const found = (change: object) =>
  issuesOf(draftChange, { typeId: 'start_job', ...change }).map(({ pointer, code }) => `${pointer} ${code}`)

describe('a change in a draft, as it is sent', () => {
  it('holds answers of every shape, what is unfinished, and documents now and later', () => {
    const details = {
      employer: 'Elm Bakery',
      hoursPerWeek: 20,
      morePay: true,
      amount: { amount: 1, currency: 'USD' },
      who: { memberId: 'm-1' },
      newAddress: {},
    }
    const unfinished = { changedOn: '2026-1', amount: '12,3a', 'person.birthDate': '3/' }
    const documents = { documentIds: [anId], documentsLater: ['pay_stub'] }
    expect(found({ typeVersion: 1, changedOn: '2026-11-21', details, unfinished, ...documents })).toEqual([])
    expect(found({})).toEqual([])
  })

  it.each<[string, object, string]>([
    ['a day that is not in the calendar', { changedOn: '2026-02-30' }, '/changedOn day.not_in_calendar'],
    ['an unknown field', { dueOn: '2026-02-20' }, '/dueOn field.unknown'],
    ['an answer that is a list', { details: { who: ['m-1'] } }, '/details/who field.wrong_format'],
    ['an answer that is nothing', { details: { who: null } }, '/details/who field.wrong_format'],
    ['a list in an answer', { details: { who: { memberId: [] } } }, '/details/who field.wrong_format'],
    ['a text without end', { details: { employer: 'x'.repeat(5001) } }, '/details/employer text.too_big'],
    ['a name that no question has', { details: { 'a/b': 1 } }, '/details/a~1b field.wrong_format'],
    [
      'unfinished text without end',
      { unfinished: { amount: '1'.repeat(201) } },
      '/unfinished/amount text.too_big',
    ],
    ['21 documents', { documentIds: Array.from({ length: 21 }, () => anId) }, '/documentIds list.too_big'],
    ['a document that is a path', { documentIds: ['../etc'] }, '/documentIds/0 field.wrong_format'],
    ['a version of nothing', { typeVersion: 0 }, '/typeVersion number.too_small'],
  ])('does not hold %s', (_what, change, expected) => {
    expect(found(change)).toEqual([expected])
  })
})
