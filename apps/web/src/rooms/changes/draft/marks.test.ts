import { expect, it } from 'vitest'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { marksAt } from './marks.ts'

const job: DraftChange = { typeId: 'start_job', details: { employer: 'Corner Store' } }
const move: DraftChange = { typeId: 'you_move' }
const marks = {
  issues: [
    { pointer: '/changes/1/details/who/memberId', code: 'member.unknown' },
    { pointer: '/changes/10/changedOn', code: 'field.required' },
    { pointer: '/signedName', code: 'field.required' },
  ],
  of: [move, job],
}

it('marks a change with what the service found in it, from where the change begins', () => {
  expect(marksAt(marks, [move, { ...job }], 1)).toEqual([
    { pointer: '/details/who/memberId', code: 'member.unknown' },
  ])
  expect(marksAt(marks, [move, job], 0)).toEqual([])
})

it('marks a change no more once it says something else, or stands somewhere else', () => {
  expect(marksAt(marks, [move, { ...job, details: { employer: 'Other Store' } }], 1)).toEqual([])
  expect(marksAt(marks, [move], 1)).toEqual([])
  expect(marksAt(undefined, [move, job], 1)).toEqual([])
})
