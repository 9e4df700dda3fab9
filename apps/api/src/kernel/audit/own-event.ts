import type { RequestContext } from '../actor.ts'
import type { AuditEntry, AuditEventName } from './audit-event.ts'

/** What owners did with their own account, session or what belongs to it. */
export function ownEvent(event: AuditEventName, accountId: string, context: RequestContext): AuditEntry {
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
