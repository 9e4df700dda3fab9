/** Since when these days hold. */
export const snapDaysSince = '2026-03-01'

/**
 * On which day of the month SNAP benefits are issued, by the last two digits of the client ID. Source: the
 * Department's issuance calendar in force since `snapDaysSince`.
 */
export const snapDays = [
  { from: '00', to: '12', day: 1 },
  { from: '13', to: '24', day: 2 },
  { from: '25', to: '37', day: 3 },
  { from: '38', to: '49', day: 4 },
  { from: '50', to: '62', day: 5 },
  { from: '63', to: '74', day: 6 },
  { from: '75', to: '87', day: 7 },
  { from: '88', to: '99', day: 8 },
] as const
