import type { Transaction } from '../unit-of-work.ts'

/** Everything that leaves an audit row: authentication events, refusals, worker reads, exports, and what made them. */
export type AuditEventName =
  'account.created' | 'session.started' | 'session.refused' | 'session.ended' | 'feedback.sent'

/** How it went; `refused` is the answer of a rule. */
type AuditOutcome = 'succeeded' | 'refused'

/** Who did it. */
type AuditActorKind = 'anonymous' | 'client'

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
type AuditDetails = Readonly<Record<string, string | number | boolean | null>>

/** Writes an entry in the transaction of its cause, so that both are there or neither. */
export type RecordAudit = (tx: Transaction, entry: AuditEntry) => Promise<void>
