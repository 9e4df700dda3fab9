/** How much there may be of what is reported. Apart from the schemas: pages need the numbers alone. */
export const reportLimits = {
  /** Changes of one report. */
  changes: 30,
  /** Days that a draft is kept after it was saved last. */
  draftDays: 30,
  /** Drafts of one account at once. */
  drafts: 20,
  /** Characters of a message. */
  message: 2000,
  /** Seconds in which the same content again is the same report. */
  repeated: 60,
} as const
