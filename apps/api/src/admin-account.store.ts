import type { CommandDatabase } from './admin.store.ts'
import { createRecordAudit } from './kernel/audit/audit.store.ts'
import type { Keys } from './kernel/keys.ts'
import { createLookup } from './kernel/lookup.ts'
import { createCommit } from './kernel/unit-of-work.store.ts'
import { clearTries } from './rooms/cases/association-counter.store.ts'
import { settleReviews } from './rooms/cases/case-review.store.ts'
import { deleteAttempts, findCredentials } from './rooms/session/sign-in.store.ts'

/** Clears all counters of an account and tells what there was; null when nobody has the user ID. */
export async function unlockAccount({
  prisma,
  keys,
  userIdFolded,
}: {
  readonly prisma: CommandDatabase['prisma']
  readonly keys: Keys
  readonly userIdFolded: string
}): Promise<{ signIns: number; recoveries: number; associations: number } | null> {
  const lookup = createLookup(keys)
  const recordAudit = createRecordAudit(lookup)
  return createCommit(prisma)(async (tx) => {
    const account = await findCredentials(tx, userIdFolded)
    if (account === null) return null
    const subject = lookup('account', account.id)
    const associations = await clearTries(tx, { account: subject })
    await settleReviews(tx, { kind: 'locked_account', subject })
    const cleared = { ...(await deleteAttempts(tx, lookup('user-id', userIdFolded))), associations }
    await recordAudit(tx, {
      event: 'account.unlocked',
      outcome: 'succeeded',
      actorKind: 'operator',
      subjectId: account.id,
      details: cleared,
    })
    return cleared
  })
}
