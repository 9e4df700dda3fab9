import type { FieldIssue } from '../shared/rule.ts'

type Loose = Readonly<Record<string, unknown>>

/** What holds across the parts of a case that is fed: each member, client ID and payment once, and no stranger named. */
export function checkCaseTogether(value: {
  readonly members?: unknown
  readonly programs?: unknown
  readonly payments?: unknown
}): FieldIssue[] {
  const members = recordsOf(value.members)
  const known = new Set(members.map(({ memberId }) => memberId))
  return [
    ...repeated(members, 'members', 'memberId', 'member.repeated'),
    ...repeated(members, 'members', 'clientId', 'client_id.repeated'),
    ...repeated(recordsOf(value.payments), 'payments', 'paymentRef', 'payment.repeated'),
    ...members.flatMap((member, index): FieldIssue[] =>
      member['mayAssociate'] === true && member['clientId'] === undefined
        ? [{ path: ['members', index, 'clientId'], code: 'client_id.needed' }]
        : [],
    ),
    ...recordsOf(value.programs).flatMap((program, index) => strangers(program, index, known)),
  ]
}

/** A benefit does not end before it begins. */
export function checkProgramDays({
  from,
  to,
}: {
  readonly from?: unknown
  readonly to?: unknown
}): FieldIssue[] {
  return typeof from === 'string' && typeof to === 'string' && to < from
    ? [{ path: ['to'], code: 'day.before_start' }]
    : []
}

/** Entries that are no objects are told by the schema. */
function recordsOf(list: unknown): Loose[] {
  if (!Array.isArray(list)) return []
  return list.map((entry: unknown) => (typeof entry === 'object' && entry !== null ? (entry as Loose) : {}))
}

function repeated(list: readonly Loose[], at: string, field: string, code: FieldIssue['code']): FieldIssue[] {
  const seen = new Set<unknown>()
  return list.flatMap((entry, index): FieldIssue[] => {
    const value = entry[field]
    if (value === undefined) return []
    if (seen.has(value)) return [{ path: [at, index, field], code }]
    seen.add(value)
    return []
  })
}

function strangers(program: Loose, index: number, known: ReadonlySet<unknown>): FieldIssue[] {
  const covered: unknown[] = Array.isArray(program['coveredMemberIds']) ? program['coveredMemberIds'] : []
  const unknown = (path: FieldIssue['path']): FieldIssue => ({ path, code: 'member.unknown' })
  const head = program['headMemberId']
  return [
    ...covered.flatMap((memberId, place) =>
      known.has(memberId) ? [] : [unknown(['programs', index, 'coveredMemberIds', place])],
    ),
    ...(head === undefined || known.has(head) ? [] : [unknown(['programs', index, 'headMemberId'])]),
  ]
}
