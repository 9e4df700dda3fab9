import { associationCodeLength } from '@connect/contract/credentials/client-id'
import { associationCodeDays } from '@connect/contract/rooms/case-feed'
import { associationBreaker, associationLimits } from '@connect/contract/rooms/case-links'
import { expect, it } from 'vitest'
import { documentedFigures } from '../../testing/security-page.ts'

it('the security page tells the limits of associating a case as they are', () => {
  const { inDay, inAll } = associationLimits
  expect(documentedFigures(/\| (\d+) in 24 hours and (\d+) since the last right one/)).toEqual([inDay, inAll])
  expect(documentedFigures(/\| (\d+) in 24 hours and (\d+) in its life/)).toEqual([inDay, inAll])
  expect(documentedFigures(/\| (\d+) bits, (\d+) days, once, .* (\d+) tries in 24 hours by account/)).toEqual(
    [associationCodeLength * 5, associationCodeDays, inDay],
  )
  expect(documentedFigures(/\| above (\d+) in the last hour, or (\d+) times the hourly mean/)).toEqual([
    associationBreaker.least,
    associationBreaker.timesMean,
  ])
})
