import { expect, it } from 'vitest'
import { whichOfKind } from './which-of-kind.ts'

const names = (id: string) => (id === 'm-1' ? 'Ana Ruiz' : undefined)
const changes = [
  { typeId: 'start_job', details: { who: { memberId: 'm-1' } } },
  { typeId: 'you_move' },
  { typeId: 'start_job', details: { who: { firstName: 'Luz', lastName: 'Vega' } } },
  { typeId: 'start_job', details: { who: { memberId: 'gone' } } },
  { typeId: 'start_job' },
]

it('tells changes of one kind apart by their number, and by the person where one is known', () => {
  const told = changes.map((_, index) => whichOfKind(changes, index, names))
  expect(told).toEqual([' (1): Ana Ruiz', '', ' (2): Luz Vega', ' (3)', ' (4)'])
  expect(whichOfKind(changes, 0)).toBe(' (1)')
})
