import { recoveryLimits, recoveryTimes, remindersADay } from '@connect/contract/rooms/recovery'
import { expect, it } from 'vitest'
import { documentedFigures } from '../../testing/security-page.ts'

it('the security page tells the limits of recovery as they are', () => {
  expect(documentedFigures(/\| (\d+) in 24 hours and (\d+) since the last recovery/)).toEqual([
    recoveryLimits.inDay,
    recoveryLimits.sinceSuccess,
  ])
  expect(documentedFigures(/\| a recovery \| (\d+) minutes/)).toEqual([recoveryTimes.recoverySeconds / 60])
  expect(documentedFigures(/\| its token \| 256 bits, (\d+) minutes/)).toEqual([
    recoveryTimes.tokenSeconds / 60,
  ])
  expect(documentedFigures(/\| (\d+) a day to one address/)).toEqual([remindersADay])
})
