import type { PrismaClient } from '@connect/prisma/client'
import type { Transaction } from '@connect/prisma/connect'

export type KeyDatabase = Pick<PrismaClient, '$transaction'>

export interface KeyFingerprintRow {
  readonly kind: string
  readonly version: number
  readonly fingerprint: Uint8Array<ArrayBuffer>
}

/** Holds every other process off until this transaction ends, so that two first starts make one keys file. */
export async function lockKeyFingerprints(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('connect.keys'))::text`
}

/** The keys that this database was written with. */
export async function readKeyFingerprints(tx: Transaction): Promise<KeyFingerprintRow[]> {
  return tx.keyFingerprint.findMany({
    select: { kind: true, version: true, fingerprint: true },
    orderBy: [{ kind: 'asc' }, { version: 'asc' }],
  })
}

/** Whether anybody's record depends on keys already. */
export async function hasAccounts(tx: Transaction): Promise<boolean> {
  return (await tx.account.findFirst({ select: { id: true } })) !== null
}

/** Notes keys that the database has not seen before. */
export async function insertKeyFingerprints(
  tx: Transaction,
  rows: readonly KeyFingerprintRow[],
): Promise<void> {
  if (rows.length > 0) await tx.keyFingerprint.createMany({ data: [...rows] })
}
