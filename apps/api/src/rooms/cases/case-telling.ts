import { daysBetween } from '@connect/contract/benefits/calendar'
import { nextIssuanceOn, renewalOpensOn } from '@connect/contract/benefits/issuance'
import { kindOfProgram, type ProgramStatus } from '@connect/contract/benefits/programs'
import type { FedProgram } from '@connect/contract/rooms/case-feed'
import type { Case, CaseDeadline, CaseProgram } from '@connect/contract/rooms/cases'
import type { CaseSummary } from './case-summary.ts'

interface Viewer {
  readonly id: string
  readonly asOf: Date
  /** Who of the case looks at it. */
  readonly memberId: string
  /** The day in Connecticut. */
  readonly today: string
}

/** Whose renewals and reports are still awaited: a benefit that was stopped goes on with what was missing. */
const awaited: readonly ProgramStatus[] = ['active', 'suspended']

/** What a member of a case is told of it. Client IDs of others stay where they are. */
export function tellCase(summary: CaseSummary, { id, asOf, memberId, today }: Viewer): Case {
  const programs = summary.programs.map((program) => tellProgram(program, summary, today))
  return {
    id,
    asOf: asOf.toISOString(),
    today,
    clientId: clientIdOf(summary, memberId),
    members: summary.members.map(({ memberId: member, firstName, lastName }) => ({
      id: member,
      firstName,
      lastName,
      you: member === memberId,
    })),
    programs,
    nextIssuances: nextIssuancesOf(programs),
    deadlines: summary.programs.flatMap((program) => deadlinesOf(program, today)).toSorted(byDueDay),
    office: summary.office,
  }
}

function clientIdOf({ members }: CaseSummary, memberId: string | undefined): string | null {
  return members.find((member) => member.memberId === memberId)?.clientId ?? null
}

function tellProgram(fed: FedProgram, summary: CaseSummary, today: string): CaseProgram {
  const { program, status, coveredMemberIds, monthlyAmount = null, from, to = null } = fed
  const headClientId = clientIdOf(summary, headOf(fed))
  return {
    program,
    kind: kindOfProgram(program),
    status,
    coveredMemberIds,
    monthlyAmount,
    from,
    to,
    nextIssuanceOn: status === 'active' ? nextIssuanceOn({ program, from, to, headClientId }, today) : null,
  }
}

/** Who is covered alone heads the household, also where nobody says so. */
function headOf({ headMemberId, coveredMemberIds }: FedProgram): string | undefined {
  return headMemberId ?? (coveredMemberIds.length === 1 ? coveredMemberIds[0] : undefined)
}

function nextIssuancesOf(programs: readonly CaseProgram[]): Case['nextIssuances'] {
  return programs
    .flatMap(({ program, nextIssuanceOn: on, monthlyAmount: amount }) =>
      on === null ? [] : [{ program, on, amount }],
    )
    .toSorted((one, other) => compare(one.on, other.on))
}

function deadlinesOf(fed: FedProgram, today: string): CaseDeadline[] {
  const { program, status, renewalDueOn, periodicReportDueOn } = fed
  if (!awaited.includes(status)) return []
  const due = (kind: CaseDeadline['kind'], dueOn: string, opensOn: string | null): CaseDeadline => ({
    program,
    kind,
    dueOn,
    opensOn,
    daysLeft: daysBetween(today, dueOn),
  })
  return [
    ...(renewalDueOn === undefined ? [] : [due('renewal', renewalDueOn, renewalOpensOn(renewalDueOn))]),
    ...(periodicReportDueOn === undefined ? [] : [due('periodic_report', periodicReportDueOn, null)]),
  ]
}

function byDueDay(one: CaseDeadline, other: CaseDeadline): number {
  return compare(one.dueOn, other.dueOn)
}

/** Calendar days are in the order of their texts. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
