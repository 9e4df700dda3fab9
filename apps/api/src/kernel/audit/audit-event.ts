import type { RequestContext } from '../actor.ts'
import type { Transaction } from '../unit-of-work.ts'

/** Everything that leaves an audit row: authentication events, refusals, worker reads, exports, and what made them. */
export type AuditEventName =
  | 'account.created'
  | 'account.profile_changed'
  | 'account.email_change_requested'
  | 'account.email_confirmed'
  | 'account.password_changed'
  | 'account.secret_questions_changed'
  | 'account.change_refused'
  | 'account.exported'
  | 'account.deletion_requested'
  | 'account.deletion_cancelled'
  | 'account.deleted'
  | 'account.unlocked'
  | 'account.message_read'
  | 'session.started'
  | 'session.refused'
  | 'session.ended'
  | 'session.revoked'
  | 'recovery.started'
  | 'recovery.answered'
  | 'recovery.refused'
  | 'recovery.completed'
  | 'recovery.user_id_reminded'
  | 'feedback.sent'
  | 'case.stored'
  | 'case.notice_stored'
  | 'case.notice_read'
  | 'case.imported'
  | 'case_link.created'
  | 'case_link.refused'
  | 'case_link.confirmed'
  | 'case_link.removed'
  | 'case_link.code_issued'
  | 'case_review.opened'
  | 'case_review.listed'
  | 'case_review.decided'
  | 'client_id.unlocked'
  | 'change_report.started'
  | 'change_report.submitted'
  | 'change_report.added_to'
  | 'change_report.withdrawn'
  | 'change_report.entered'
  | 'change_report.listed'
  | 'change_report.read'
  | 'change_report.decided'
  | 'document.received'
  | 'document.refused'
  | 'document.deleted'
  | 'document.read'
  | 'receipt.read'
  | 'token.created'
  | 'token.revoked'
  | 'token.refused'

/** How it went; `refused` is the answer of a rule. */
type AuditOutcome = 'succeeded' | 'refused'

/** Who did it; an integrator's id is that of the token. */
type AuditActorKind = 'anonymous' | 'client' | 'integrator' | 'operator' | 'system'

/** One thing that happened. Ids and codes only: never a name, an address, or anything that a person typed. */
export interface AuditEntry {
  readonly event: AuditEventName
  readonly outcome: AuditOutcome
  readonly actorKind: AuditActorKind
  readonly actorId?: string | undefined
  readonly subjectId?: string | undefined
  readonly requestId?: string | undefined
  readonly details?: AuditDetails | undefined
  /** Where it came from, for events that a person looks at again: kept as codes (kernel/device.ts, kernel/network.ts). */
  readonly origin?: Pick<RequestContext, 'address' | 'device'> | undefined
}

/** Codes and counts, under names of our own. */
type AuditDetails = Readonly<Record<string, string | number | boolean | null>>

/** Writes an entry in the transaction of its cause, so that both are there or neither. */
export type RecordAudit = (tx: Transaction, entry: AuditEntry) => Promise<void>
