import type { Transaction } from '../unit-of-work.ts'

/** Everything that leaves an audit row: authentication events, refusals, worker reads, exports, and what made them. */
export const auditEvents = [
  'account.created',
  'session.started',
  'session.refused',
  'session.ended',
  'feedback.sent',
] as const
export type AuditEventName = (typeof auditEvents)[number]

/** How it went. `refused` is the rules' answer, `failed` a fault of our own. */
export const auditOutcomes = ['succeeded', 'refused', 'failed'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]

/** Who did it; `system` is the service itself, `operator` whoever runs the admin command. */
export const auditActorKinds = ['anonymous', 'client', 'worker', 'token', 'system', 'operator'] as const
export type AuditActorKind = (typeof auditActorKinds)[number]

/** One thing that happened. Ids and codes only: never a name, an address, or anything that a person typed. */
export interface AuditEntry {
  readonly event: AuditEventName
  readonly outcome: AuditOutcome
  readonly actorKind: AuditActorKind
  readonly actorId?: string | undefined
  readonly subjectId?: string | undefined
  readonly requestId?: string | undefined
  readonly details?: AuditDetails | undefined
}

/** Codes and counts, under names of our own. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>

/** Writes an entry in the transaction of its cause, so that both are there or neither. */
export type RecordAudit = (tx: Transaction, entry: AuditEntry) => Promise<void>
