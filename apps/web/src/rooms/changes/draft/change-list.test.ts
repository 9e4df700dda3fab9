import { expect, it } from 'vitest'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { indexOf, occurrenceOf, placeForAnother, withoutChange } from './change-list.ts'

const job = (employer: string): DraftChange => ({ typeId: 'start_job', details: { employer } })
const changes = [job('One'), { typeId: 'you_move' }, job('Two')]

it('one of several changes of a kind is taken out, and no other', () => {
  expect(withoutChange(0)(changes)).toEqual([{ typeId: 'you_move' }, job('Two')])
})

it('another change of a kind stands after those that are there, so that each keeps its number', () => {
  const type = changeTypeOf('start_job')
  if (!type) throw new Error('nobody starts a job')
  const place = placeForAnother(changes, type)
  const more = changes.toSpliced(place, 0, job('Three'))
  const numbers = changes.map((change) => occurrenceOf(changes, changes.indexOf(change)))
  expect(changes.map((change) => occurrenceOf(more, more.indexOf(change)))).toEqual(numbers)
  expect(more[indexOf(more, 'start_job', 2)]).toEqual(job('Three'))
})
