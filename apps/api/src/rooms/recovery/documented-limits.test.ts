import { readFileSync } from 'node:fs'
import { recoveryLimits, recoveryTimes, remindersADay } from '@connect/contract/rooms/recovery'
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

it('the security page tells the limits of recovery as they are', () => {
  expect(figures(/\| (\d+) in 24 hours and (\d+) since the last recovery/)).toEqual([
    recoveryLimits.inDay,
    recoveryLimits.sinceSuccess,
  ])
  expect(figures(/\| a recovery \| (\d+) minutes/)).toEqual([recoveryTimes.recoverySeconds / 60])
  expect(figures(/\| its token \| 256 bits, (\d+) minutes/)).toEqual([recoveryTimes.tokenSeconds / 60])
  expect(figures(/\| (\d+) a day to one address/)).toEqual([remindersADay])
})
