import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface ActivityRow {
  readonly id: string
  readonly occurredAt: Date
  readonly event: string
  readonly device: string | null
  readonly network: string | null
}

interface ActivityQuery extends Stretch {
  readonly accountId: string
  readonly events: readonly string[]
}

/** What happened to an account, newest first. */
export async function findActivity(
  tx: Transaction,
  { accountId, events, before, limit }: ActivityQuery,
): Promise<ActivityRow[]> {
  return tx.$queryRaw<ActivityRow[]>`
    SELECT id, occurred_at AS "occurredAt", event, details->>'device' AS device, details->>'network' AS network
      FROM audit_event
     WHERE subject_id = ${accountId}::uuid AND event = ANY (${[...events]})
       AND (${before}::uuid IS NULL OR (occurred_at, id) <
            (SELECT occurred_at, id FROM audit_event WHERE id = ${before}::uuid AND subject_id = ${accountId}::uuid))
     ORDER BY occurred_at DESC, id DESC
     LIMIT ${limit}`
}
