import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import { ownDeviceDays } from '@connect/contract/rooms/session'
import { expect, it } from 'vitest'
import { documentedFigures } from '../../testing/security-page.ts'

it('the security page tells the limits of signing in as they are', () => {
  const { withoutCheck, beforePause, firstPauseMinutes, longestPauseMinutes, hardStop } = signInLimits
  expect(documentedFigures(/\| (\d+) failures in a row \| a security check is due/)).toEqual([withoutCheck])
  expect(
    documentedFigures(/\| (\d+), and each one after \| a pause of (\d+) minute, then [\d, ]+, (\d+) …/),
  ).toEqual([beforePause, firstPauseMinutes, longestPauseMinutes])
  expect(documentedFigures(/\| (\d+) \| nobody gets in until/)).toEqual([hardStop])
  expect(documentedFigures(/`__Host-device`, (\d+) days/)).toEqual([ownDeviceDays])
})
