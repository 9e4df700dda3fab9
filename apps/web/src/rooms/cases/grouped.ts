import type { Program } from '@connect/contract/benefits/programs'
import type { Case, CaseDeadline, CaseProgram } from '@connect/contract/rooms/cases'

/** The same thing to hand in by the same day, for as many programs as ask for it. */
export interface GroupedDeadline extends Omit<CaseDeadline, 'program'> {
  readonly programs: readonly Program[]
}

/** Deadlines with those that fall together told once, in the order in which they came. */
export function groupDeadlines(deadlines: readonly CaseDeadline[]): readonly GroupedDeadline[] {
  const groups = new Map<string, GroupedDeadline>()
  for (const { program, ...deadline } of deadlines) {
    const key = `${deadline.kind} ${deadline.dueOn}`
    groups.set(key, { ...deadline, programs: [...(groups.get(key)?.programs ?? []), program] })
  }
  return [...groups.values()]
}

type Issuance = Case['nextIssuances'][number]

/** A day, and everything that comes on it. */
export interface IssuanceDay {
  readonly on: string
  readonly issuances: readonly Issuance[]
}

/** What comes next, by day, in the order in which it came. */
export function groupIssuances(issuances: readonly Issuance[]): readonly IssuanceDay[] {
  const days = [...new Set(issuances.map(({ on }) => on))]
  return days.map((day) => ({ on: day, issuances: issuances.filter(({ on }) => on === day) }))
}

const order = ['active', 'suspended', 'pending', 'denied', 'closed'] as const

/** What one gets first, what is over last. */
export function sortPrograms(programs: readonly CaseProgram[]): readonly CaseProgram[] {
  return programs.toSorted((one, other) => order.indexOf(one.status) - order.indexOf(other.status))
}
