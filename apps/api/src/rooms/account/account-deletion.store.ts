import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Sets the end of the cooling-off, unless it is set already, and answers it. */
export async function setDeletionDue(tx: Transaction, accountId: string, hours: number): Promise<Date> {
  const rows = await tx.$queryRaw<{ due: Date }[]>`
    UPDATE account SET deletion_due_at = coalesce(deletion_due_at, now() + make_interval(hours => ${hours}::int))
     WHERE id = ${accountId}::uuid RETURNING deletion_due_at AS due`
  const [row] = rows
  if (row === undefined) throw new Error('an account to be deleted is not there')
  return row.due
}

/** Takes it back; false when nothing was asked for. */
export async function clearDeletionDue(tx: Transaction, accountId: string): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, deletionDueAt: { not: null } },
    data: { deletionDueAt: null },
  })
  return count === 1
}

/** An account whose time has come, other than these; null when there is none. */
export async function findDueAccount(tx: Transaction, seen: readonly string[]): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE deletion_due_at <= now() AND id <> ALL (${[...seen]}::uuid[])
     ORDER BY deletion_due_at LIMIT 1`
  return rows[0]?.id ?? null
}

/** Holds it until the transaction ends; false when its time has not come after all, or somebody else holds it. */
export async function lockDueAccount(tx: Transaction, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM account WHERE id = ${accountId}::uuid AND deletion_due_at <= now() FOR UPDATE SKIP LOCKED`
  return rows.length === 1
}

interface Leaving {
  readonly accountId: string
  /** Keyed HMAC of the folded user ID. */
  readonly userIdLookup: Uint8Array<ArrayBuffer>
  /** Keyed HMAC of the account, under which limits count it. */
  readonly accountLookup: Uint8Array<ArrayBuffer>
}

/** Deletes an account with all that belongs to it, and remembers that its user ID was given once. */
export async function deleteAccount(
  tx: Transaction,
  { accountId, userIdLookup, accountLookup }: Leaving,
): Promise<void> {
  await tx.retiredUserId.createMany({ data: [{ userIdLookup }], skipDuplicates: true })
  await tx.signInCounter.deleteMany({ where: { subject: userIdLookup } })
  await tx.recoveryCounter.deleteMany({ where: { subject: userIdLookup } })
  await tx.rateCounter.deleteMany({ where: { subject: accountLookup } })
  await tx.associationCounter.deleteMany({ where: { subject: accountLookup } })
  await tx.idempotencyKey.deleteMany({ where: { actor: accountId } })
  // What was submitted stays, with nobody’s name but in what was signed.
  await tx.changeReport.deleteMany({ where: { accountId, status: 'draft' } })
  await tx.account.delete({ where: { id: accountId }, select: { id: true } })
}
