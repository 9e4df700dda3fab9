import { describe, expect, it } from 'vitest'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { broughtUpToDate, isUpToDate } from './change-list.ts'
import { newsAfter } from './form-news.ts'

const move: DraftChange = { typeId: 'you_move' }
const job: DraftChange = { typeId: 'start_job' }
const news = [{ change: 1, added: ['hoursPerWeek'], removed: [] }]

describe('what is new in the form of a change', () => {
  it('stays with it when it or another one is answered', () => {
    const answered = { ...job, changedOn: '2026-11-02' }
    expect(newsAfter(news, [move, job], [move, answered])).toEqual(news)
    expect(newsAfter(news, [move, job], [{ ...move, changedOn: '2026-11-02' }, job])).toEqual(news)
  })

  it('moves along with it', () => {
    const another: DraftChange = { typeId: 'you_move' }
    expect(newsAfter(news, [move, job], [move, another, job])).toEqual([{ ...news[0], change: 2 }])
    expect(newsAfter(news, [move, job], [job])).toEqual([{ ...news[0], change: 0 }])
  })

  it('goes with it', () => {
    expect(newsAfter(news, [move, job], [move])).toEqual([])
  })

  it('is over once whoever writes it has gone on with it', () => {
    const form = changeTypeOf('start_job')
    if (form === undefined) throw new Error('nobody starts a job')
    for (const older of [
      { ...job, typeVersion: 0 },
      { ...job, goneQuestions: ['tips'] },
    ]) {
      const seen = broughtUpToDate(older, form)
      expect([isUpToDate(older, form), isUpToDate(seen, form)]).toEqual([false, true])
      expect(newsAfter(news, [move, older], [move, seen])).toEqual([])
    }
  })
})
