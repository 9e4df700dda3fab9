import { expect, it } from 'vitest'
import { snapDays } from './snap-days.ts'

it('gives every ending of a client ID one day', () => {
  const endings = snapDays.flatMap(({ from, to }) => {
    const first = Number(from)
    return Array.from({ length: Number(to) - first + 1 }, (_, index) => first + index)
  })
  expect(endings).toEqual(Array.from({ length: 100 }, (_, ending) => ending))
})

it('goes from the 1st to the 8th of the month', () => {
  expect(snapDays.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
