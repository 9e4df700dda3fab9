import { describe, expect, it } from 'vitest'
import { aChange, today, type OtherAnswers } from '../testing/a-change.ts'
import { changeIssues } from './change-details.ts'
import type { DraftChange } from './draft-change.ts'

const context = { today, memberIds: ['m-1', 'm-2'] }

const found = (change: DraftChange) =>
  changeIssues(change, context).map(({ pointer, code }) => `${pointer} ${code}`)
const foundIn = (typeId: string, details: OtherAnswers) => found(aChange(typeId, details))

describe('the day of the change', () => {
  const on = (typeId: string, changedOn: string) => found(aChange(typeId, {}, { changedOn }))

  it('may lie ahead as far as its kind allows, and not a day further', () => {
    expect(on('start_job', '2027-01-20')).toEqual([])
    expect(on('start_job', '2027-01-21')).toEqual(['/changedOn day.too_late'])
    expect(on('inheritance', today)).toEqual([])
    expect(on('inheritance', '2026-11-22')).toEqual(['/changedOn day.too_late'])
  })

  it('is not before 1900', () => {
    expect(on('inheritance', '1900-01-01')).toEqual([])
    expect(on('inheritance', '1899-12-31')).toEqual(['/changedOn day.before_year'])
  })

  it('is not before the birth of a person who is named in the change', () => {
    const person = { firstName: 'Ana', lastName: 'Ruiz', birthDate: '2026-11-20' }
    expect(foundIn('someone_moves_in', { person })).toEqual(['/changedOn day.before_birth'])
    expect(foundIn('someone_moves_in', { person: { ...person, birthDate: '2026-11-19' } })).toEqual([])
  })

  it('is needed, and has to be finished', () => {
    const without = aChange('start_job')
    delete without.changedOn
    expect(found(without)).toEqual(['/changedOn field.required'])
    expect(found({ ...without, unfinished: { changedOn: '2026-1' } })).toEqual([
      '/changedOn change.unfinished',
    ])
  })
})

describe('an answer', () => {
  const person = { firstName: 'Ana', lastName: 'Ruiz' }
  const address = { street: '1 Elm St', city: 'Hartford', state: 'CT', zip: '06106' }
  const usd = (amount: number) => ({ amount, currency: 'USD' })

  it.each<[string, string, OtherAnswers, ...string[]]>([
    ['a text that is blank', 'start_job', { employer: ' \t\n' }, '/employer field.required'],
    ['a text that is too long', 'start_job', { employer: 'x'.repeat(201) }, '/employer text.too_big'],
    ['a text with a break', 'start_job', { employer: 'a\nb' }, '/employer text.characters'],
    ['a text with an escape', 'start_job', { employer: 'a\u001b[2Jb' }, '/employer text.characters'],
    ['a text that turns', 'start_job', { employer: 'a\u202egpj.exe' }, '/employer text.characters'],
    ['a text with what is not seen', 'start_job', { employer: 'a\u200bb' }, '/employer text.characters'],
    ['a number for a text', 'start_job', { employer: 12 }, '/employer field.wrong_type'],
    ['an amount below nothing', 'start_job', { amount: usd(-1) }, '/amount/amount number.too_small'],
    ['an amount of ten million', 'start_job', { amount: usd(1_000_000_000) }, '/amount/amount money.too_big'],
    ['an amount in parts of cents', 'start_job', { amount: usd(10.5) }, '/amount/amount field.wrong_type'],
    ['an amount as text', 'start_job', { amount: '1,234' }, '/amount field.wrong_type'],
    [
      'another currency',
      'start_job',
      { amount: { amount: 1, currency: 'EUR' } },
      '/amount/currency field.not_an_option',
    ],
    ['more hours than a week has', 'start_job', { hoursPerWeek: 169 }, '/hoursPerWeek number.too_big'],
    ['half an hour', 'start_job', { hoursPerWeek: 1.5 }, '/hoursPerWeek field.wrong_type'],
    ['an answer that is not there', 'start_job', { frequency: 'daily' }, '/frequency field.not_an_option'],
    ['an answer of another question', 'start_job', { reason: 'quit' }, '/reason field.unknown'],
    ['a text for yes or no', 'bank_account', { action: true }, '/action field.wrong_type'],
    ['nobody', 'start_job', { who: {} }, '/who/memberId field.required'],
    ['a member of another case', 'start_job', { who: { memberId: 'm-9' } }, '/who/memberId member.unknown'],
    [
      'a name beside a member',
      'start_job',
      { who: { memberId: 'm-1', ...person } },
      '/who/firstName field.unknown',
      '/who/lastName field.unknown',
    ],
    [
      'a member for somebody new',
      'someone_moves_in',
      { person: { memberId: 'm-1' } },
      '/person/firstName field.required',
      '/person/lastName field.required',
      '/person/memberId field.unknown',
    ],
    [
      'half a name',
      'someone_moves_in',
      { person: { firstName: 'Ana', lastName: ' ' } },
      '/person/lastName field.required',
    ],
    [
      'a name that is none',
      'someone_moves_in',
      { person: { ...person, firstName: '7' } },
      '/person/firstName name.characters',
    ],
    [
      'a birth to come',
      'someone_moves_in',
      { person: { ...person, birthDate: '2026-11-22' } },
      '/changedOn day.before_birth',
      '/person/birthDate day.too_late',
    ],
    [
      'a birth date that is not asked',
      'you_give_birth',
      { baby: { ...person, birthDate: today } },
      '/baby/birthDate field.unknown',
    ],
    ['neither member nor name', 'you_marry', { spouse: undefined }, '/spouse/memberId field.required'],
    [
      'a name that is only begun',
      'you_marry',
      { spouse: { firstName: '' } },
      '/spouse/firstName field.required',
      '/spouse/lastName field.required',
    ],
    [
      'the same person twice',
      'you_marry',
      { who: { memberId: 'm-2' }, spouse: { memberId: ' m-2' } },
      '/spouse/memberId member.chosen_twice',
    ],
    [
      'a person who has left the case, twice',
      'you_divorce',
      { who: { memberId: 'm-9' }, formerSpouse: { memberId: 'm-9' } },
      '/who/memberId member.unknown',
      '/formerSpouse/memberId member.unknown',
    ],
    [
      'a day before the change',
      'you_become_pregnant',
      { babyDueOn: '2026-11-18' },
      '/babyDueOn day.before_change',
    ],
    ['a day too far ahead', 'you_become_pregnant', { babyDueOn: '2027-09-18' }, '/babyDueOn day.too_late'],
    [
      'a day that is not in the calendar',
      'you_become_pregnant',
      { babyDueOn: '2027-02-30' },
      '/babyDueOn day.not_in_calendar',
    ],
    [
      'no address',
      'you_move',
      { newAddress: {} },
      '/newAddress/street field.required',
      '/newAddress/city field.required',
      '/newAddress/state field.required',
      '/newAddress/zip field.required',
    ],
    [
      'a ZIP code of four digits',
      'you_move',
      { newAddress: { ...address, zip: '6106' } },
      '/newAddress/zip address.zip',
    ],
    [
      'a state that there is not',
      'you_move',
      { newAddress: { ...address, state: 'XX' } },
      '/newAddress/state field.not_an_option',
    ],
    [
      'a country',
      'you_move',
      { newAddress: { ...address, country: 'US' } },
      '/newAddress/country field.unknown',
    ],
  ])('is not %s', (_what, typeId, details, ...expected) => {
    const atDetails = expected.map((issue) => (issue.startsWith('/changedOn') ? issue : `/details${issue}`))
    expect(foundIn(typeId, details).sort()).toEqual(atDetails.sort())
  })

  it.each<[string, string, OtherAnswers]>([
    ['nine digits of a ZIP code', 'you_move', { newAddress: { ...address, zip: '061061234' } }],
    ['somebody who is not in the case', 'you_marry', { spouse: { ...person, birthDate: '1980-02-29' } }],
    ['a member where either will do', 'you_marry', { spouse: { memberId: 'm-2' } }],
    ['a new job of somebody who has just moved in', 'start_job', { who: person }],
    ['an emoji of several parts', 'something_else', { description: '👩‍👧 ❤️‍🔥 José\nAna' }],
    ['nothing where nothing is needed', 'start_job', { hoursPerWeek: undefined }],
    ['an amount of nothing', 'start_job', { amount: usd(0) }],
    ['the highest amount', 'start_job', { amount: usd(999_999_999) }],
  ])('is %s', (_what, typeId, details) => {
    expect(foundIn(typeId, details)).toEqual([])
  })

  it('that is unfinished is in the way where it is asked, and not where it is hidden', () => {
    const unfinished = { hoursPerWeek: '12,', 'person.birthDate': '3/' }
    expect(found(aChange('start_job', {}, { unfinished }))).toEqual([
      '/details/hoursPerWeek change.unfinished',
    ])
    expect(found(aChange('someone_moves_in', {}, { unfinished }))).toEqual([
      '/details/person/birthDate change.unfinished',
    ])
    const hidden = { unfinished: { lastPay: '12,3a' } }
    expect(found(aChange('job_ends', { morePay: false }, hidden))).toEqual([])
    expect(found(aChange('job_ends', { morePay: true }, hidden))).toEqual([
      '/details/lastPay change.unfinished',
    ])
    const member = { spouse: { memberId: 'm-2' } }
    expect(found(aChange('you_marry', member, { unfinished: { 'spouse.birthDate': '3/' } }))).toEqual([])
  })
})
