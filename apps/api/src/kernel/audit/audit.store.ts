import type { PrismaClient } from '@connect/prisma/client'
import { timeOrderedId } from '../ids.ts'
import type { Lookup } from '../lookup.ts'
import { networkOf } from '../network.ts'
import type { RecordAudit } from './audit-event.ts'

/**
 * Adds the audit row to the transaction of its cause, so that neither is ever without the other. The time is the
 * database's own: every instance goes by the same clock, and the sealer relies on it.
 */
export function createRecordAudit(lookup: Lookup): RecordAudit {
  return async (tx, entry) => {
    const { event, outcome, actorKind, actorId = null, subjectId = null, requestId = null, origin } = entry
    const from = origin && {
      device: origin.device,
      network: Buffer.from(networkOf(lookup, origin.address)).toString('base64url'),
    }
    const details = JSON.stringify({ ...entry.details, ...from })
    await tx.$executeRaw`
      INSERT INTO audit_event (id, event, outcome, actor_kind, actor_id, subject_id, request_id, details)
      VALUES (${timeOrderedId()}::uuid, ${event}, ${outcome}, ${actorKind}, ${actorId}::uuid, ${subjectId}::uuid,
              ${requestId}, ${details}::jsonb)`
  }
}

/** Counts one refusal by a limit in the present minute: who was refused is not kept. */
export async function countRefusal(prisma: Pick<PrismaClient, '$executeRaw'>, limit: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO refusal_count ("limit", minute, count) VALUES (${limit}, date_trunc('minute', now()), 1)
    ON CONFLICT ("limit", minute) DO UPDATE SET count = refusal_count.count + 1`
}
