import { readFileSync } from 'node:fs'
import { ownDeviceDays, signInLimits } from '@connect/contract/rooms/session'
import { expect, it } from 'vitest'

/** docs/security.md, without the spaces that line its tables up. */
const page = readFileSync(new URL('../../../../../docs/security.md', import.meta.url), 'utf8').replaceAll(
  / +/g,
  ' ',
)

/** The numbers that a sentence of the page says. */
function figures(sentence: RegExp): number[] {
  const [, ...found] = sentence.exec(page) ?? []
  return found.map(Number)
}

it('the security page tells the limits of signing in as they are', () => {
  const { withoutCheck, beforePause, firstPauseMinutes, longestPauseMinutes, hardStop } = signInLimits
  expect(figures(/\| (\d+) failures in a row \| a security check is due/)).toEqual([withoutCheck])
  expect(figures(/\| (\d+), and each one after \| a pause of (\d+) minute, then [\d, ]+, (\d+) …/)).toEqual([
    beforePause,
    firstPauseMinutes,
    longestPauseMinutes,
  ])
  expect(figures(/\| (\d+) \| nobody gets in until/)).toEqual([hardStop])
  expect(figures(/`__Host-device`, (\d+) days/)).toEqual([ownDeviceDays])
})
