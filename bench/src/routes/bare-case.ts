import { daysBetween } from '@connect/contract/benefits/calendar'
import { nextIssuanceOn, renewalOpensOn } from '@connect/contract/benefits/issuance'
import { kindOfProgram } from '@connect/contract/benefits/programs'
import type { FedProgram } from '@connect/contract/rooms/case-feed'
import { openRecord } from './bare-seals.ts'

export interface CaseRow {
  readonly id: string
  readonly asOf: Date
  readonly dataKey: Buffer
  readonly dataKeyVersion: number
  readonly summary: Buffer
  readonly memberId: string
  readonly today: string
}

export const viewCase = {
  name: 'view-case',
  text: `
    SELECT c.id, c.as_of AS "asOf", c.data_key AS "dataKey", c.data_key_version AS "dataKeyVersion", c.summary,
           own."memberId", own.held, (now() AT TIME ZONE 'America/New_York')::date::text AS today
    FROM (
      SELECT m.member_id AS "memberId", coalesce(a.case_held_since > l.confirmed_at, false) AS held
      FROM account a
      JOIN case_link l ON l.account_id = a.id
      JOIN case_member m ON m.client_lookup = l.client_lookup AND m.may_associate
      JOIN benefit_case k ON k.id = m.case_id AND k.integrator_id = l.integrator_id
      WHERE a.id = $1 AND m.case_id = $2
      ORDER BY held, l.linked_at, l.id
      LIMIT 1) own JOIN benefit_case c ON c.id = $2`,
}

interface Summary {
  readonly members: readonly {
    readonly memberId: string
    readonly clientId: string | null
    readonly firstName: string
    readonly lastName: string
  }[]
  readonly programs: readonly FedProgram[]
  readonly office: string | null
}

/** Of a household whose programs are all active and have a head, as the measured ones are. */
export function openCase(row: CaseRow) {
  const { id, memberId, today } = row
  const summary = JSON.parse(openRecord('benefit_case', row)('summary', row.summary)) as Summary
  const clientIdOf = (wanted: string | undefined) =>
    summary.members.find((member) => member.memberId === wanted)?.clientId ?? null
  const programs = summary.programs.map((fed) => {
    const { program, status, coveredMemberIds, monthlyAmount = null, from, to = null } = fed
    const headClientId = clientIdOf(fed.headMemberId)
    return {
      program,
      kind: kindOfProgram(program),
      status,
      coveredMemberIds,
      monthlyAmount,
      from,
      to,
      nextIssuanceOn: nextIssuanceOn({ program, from, to, headClientId }, today),
    }
  })
  const due = ({ program }: FedProgram, kind: string, dueOn: string, opensOn: string | null) => ({
    program,
    kind,
    dueOn,
    opensOn,
    daysLeft: daysBetween(today, dueOn),
  })
  return {
    id,
    asOf: row.asOf.toISOString(),
    today,
    clientId: clientIdOf(memberId),
    members: summary.members.map(({ memberId: member, firstName, lastName }) => ({
      id: member,
      firstName,
      lastName,
      you: member === memberId,
    })),
    programs,
    nextIssuances: programs
      .flatMap(({ program, nextIssuanceOn: on, monthlyAmount: amount }) =>
        on === null ? [] : [{ program, on, amount }],
      )
      .toSorted((one, other) => (one.on < other.on ? -1 : 1)),
    deadlines: summary.programs
      .flatMap((fed) => [
        ...(fed.renewalDueOn === undefined
          ? []
          : [due(fed, 'renewal', fed.renewalDueOn, renewalOpensOn(fed.renewalDueOn))]),
        ...(fed.periodicReportDueOn === undefined
          ? []
          : [due(fed, 'periodic_report', fed.periodicReportDueOn, null)]),
      ])
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)),
    office: summary.office,
  }
}
