import { snapIssuance } from '@connect/contract/benefits/issuance'

/** Since when these days hold. */
export const snapDaysSince = snapIssuance.since

/** On which day of the month SNAP benefits come, by the last two digits of a client ID, as they are written. */
export const snapDays = snapIssuance.upTo.map((bound, index) => ({
  from: twoDigits((snapIssuance.upTo[index - 1] ?? -1) + 1),
  to: twoDigits(bound),
  day: index + 1,
}))

function twoDigits(ending: number): string {
  return String(ending).padStart(2, '0')
}
