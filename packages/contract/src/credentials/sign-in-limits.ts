/** What failed sign-ins in a row with one user ID lead to (docs/security.md). */
export const signInLimits = {
  /** So many need no security check. */
  withoutCheck: 3,
  /** From this one on each is followed by a pause. */
  beforePause: 5,
  /** The first pause, in minutes; each later one is twice as long as the one before, up to the longest. */
  firstPauseMinutes: 1,
  longestPauseMinutes: 15,
  /** After so many only a recovery, the agency or an operator lets anybody in. */
  hardStop: 50,
} as const
