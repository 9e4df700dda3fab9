import { describe, expect, it } from 'vitest'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { differencesOf } from './draft-differences.ts'

const wording = {
  language: 'en',
  memberName: () => 'Ana Rivera',
  files: (count: number) => `${String(count)} files`,
  proof: 'Proof',
  chosen: 'chosen',
} as const

const job = (details: DraftChange['details']): DraftChange => ({
  typeId: 'start_job',
  typeVersion: 1,
  details: details ?? {},
})
const pay = (amount: number) => job({ amount: { amount, currency: 'USD' } })

describe('two drafts of a report', () => {
  it('differ in nothing where they say the same', () => {
    expect(differencesOf([pay(40_000)], [pay(40_000)], wording)).toEqual([])
  })

  it('differ in an answer, by its question', () => {
    expect(differencesOf([pay(40_000)], [pay(50_000)], wording)).toEqual([
      {
        typeId: 'start_job',
        question: 'How much is the pay before taxes?',
        there: '$400.00',
        here: '$500.00',
      },
    ])
  })

  it('differ in what is half typed, in the day, and in their files', () => {
    const typed = { ...job({}), unfinished: { amount: 'about 400' } }
    const dated = { ...job({}), changedOn: '2026-11-02', documentIds: ['a', 'b'] }
    expect(differencesOf([typed], [dated], wording)).toMatchObject([
      { question: 'How much is the pay before taxes?', there: 'about 400', here: undefined },
      { question: 'What is the first day of work?', there: undefined, here: 'November 2, 2026' },
      { question: 'Proof', there: undefined, here: '2 files' },
    ])
  })

  it('differ in a change that only one of them has, also where there are two of its kind', () => {
    expect(differencesOf([pay(1), { typeId: 'you_move' }], [pay(1), pay(2)], wording)).toEqual([
      { typeId: 'you_move', question: undefined, there: 'chosen', here: undefined },
      { typeId: 'start_job', question: undefined, there: undefined, here: 'chosen' },
    ])
  })
})
