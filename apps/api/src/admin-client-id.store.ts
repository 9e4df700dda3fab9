import type { CommandDatabase } from './admin.store.ts'
import { createRecordAudit } from './kernel/audit/audit.store.ts'
import type { Keys } from './kernel/keys.ts'
import { createLookup } from './kernel/lookup.ts'
import { createCommit } from './kernel/unit-of-work.store.ts'
import { clearTries } from './rooms/cases/association-counter.store.ts'
import { settleReviews } from './rooms/cases/case-review.store.ts'

/** Forgets every try at a client ID, and what a worker was asked about them; answers whether there was any. */
export async function unlockClientId(
  { prisma, keys }: { readonly prisma: CommandDatabase['prisma']; readonly keys: Keys },
  clientId: string,
): Promise<boolean> {
  const lookup = createLookup(keys)
  const client = lookup('client-id', clientId)
  return createCommit(prisma)(async (tx) => {
    const cleared = (await clearTries(tx, { client })) > 0
    const reviews = await settleReviews(tx, { kind: 'locked_client_id', subject: client })
    await createRecordAudit(lookup)(tx, {
      event: 'client_id.unlocked',
      outcome: 'succeeded',
      actorKind: 'operator',
      details: { cleared, reviews },
    })
    return cleared
  })
}
