import type { ReportStatus } from '@connect/contract/rooms/change-reports'

const undecided: readonly string[] = ['received', 'in_review', 'needs_information'] satisfies ReportStatus[]

/** Whether nobody has decided a report yet: it can be added to, withdrawn, and decided. */
export function isUndecided(status: string): boolean {
  return undecided.includes(status)
}
