import type { RequestContext } from '../../kernel/actor.ts'
import type { AuditEntry } from '../../kernel/audit/audit-event.ts'

/** What a person did with their own session. */
export function ownEvent(
  event: 'session.started' | 'session.ended' | 'session.revoked',
  accountId: string,
  context: RequestContext,
): AuditEntry {
  return {
    event,
    outcome: 'succeeded',
    actorKind: 'client',
    actorId: accountId,
    subjectId: accountId,
    requestId: context.requestId,
    origin: context,
  }
}
