import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** Whoever works on an import and dies gives it up after this many seconds. */
const leaseSeconds = 30

/** An import can be taken up again this long after it began. */
const keptDays = 30

export interface ImportName {
  readonly integratorId: string
  readonly key: string
}

/** An import that is ours for as long as the lease is. */
export interface ImportState {
  readonly id: string
  readonly linesDone: number
  readonly fingerprint: Uint8Array
  readonly finished: boolean
}

/** Takes an import up, a new one from its beginning. Null while somebody else works on it. */
export async function takeImport(
  db: Transaction,
  { integratorId, key }: ImportName,
  {
    id,
    lease,
    fingerprint,
  }: { readonly id: string; readonly lease: string; readonly fingerprint: Uint8Array<ArrayBuffer> },
): Promise<ImportState | null> {
  await db.$executeRaw`
    DELETE FROM case_import WHERE integrator_id = ${integratorId}::uuid AND key = ${key} AND expires_at < now()`
  const rows = await db.$queryRaw<ImportState[]>`
    INSERT INTO case_import AS stored (id, integrator_id, key, lease, lease_until, fingerprint, expires_at)
    VALUES (${id}::uuid, ${integratorId}::uuid, ${key}, ${lease}::uuid, now() + make_interval(secs => ${leaseSeconds}),
            ${fingerprint}, now() + make_interval(days => ${keptDays}))
    ON CONFLICT (integrator_id, key) DO UPDATE SET lease = excluded.lease, lease_until = excluded.lease_until
      WHERE stored.lease_until < now() OR stored.finished_at IS NOT NULL
    RETURNING id, lines_done AS "linesDone", fingerprint, finished_at IS NOT NULL AS finished`
  return rows[0] ?? null
}

/** Whole seconds until somebody else's lease is over, at least one. */
export async function secondsOfLease(db: Transaction, { integratorId, key }: ImportName): Promise<number> {
  const rows = await db.$queryRaw<{ seconds: number }[]>`
    SELECT greatest(1, ceil(extract(epoch FROM lease_until - now())))::int AS seconds
    FROM case_import WHERE integrator_id = ${integratorId}::uuid AND key = ${key}`
  return rows[0]?.seconds ?? 1
}

export interface ImportLease {
  readonly id: string
  readonly lease: string
}

/** Keeps an import for as long again. False when somebody else has it by now. */
export async function extendLease(db: Transaction, { id, lease }: ImportLease): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE case_import SET lease_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${id}::uuid AND lease = ${lease}::uuid`
  return count === 1
}

/** Gives an import up, at once; a finished one for good. */
export async function endLease(
  db: Transaction,
  { id, lease }: ImportLease,
  { finished }: { readonly finished: boolean },
): Promise<void> {
  await db.$executeRaw`
    UPDATE case_import SET lease_until = now(), finished_at = CASE WHEN ${finished} THEN now() ELSE finished_at END
    WHERE id = ${id}::uuid AND lease = ${lease}::uuid`
}

export interface BatchRow {
  readonly firstLine: number
  readonly lines: number
  readonly fingerprint: Uint8Array<ArrayBuffer>
  /** As they are sent: a line for each. */
  readonly results: string
}

/** Notes what was done, with it. False when somebody else has the import by now: then nothing may commit. */
export async function addBatch(
  tx: Transaction,
  { id, lease }: ImportLease,
  { firstLine, lines, fingerprint, results }: BatchRow,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE case_import
    SET lines_done = ${firstLine + lines - 1}, fingerprint = ${fingerprint},
        lease_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE id = ${id}::uuid AND lease = ${lease}::uuid AND lines_done = ${firstLine - 1}`
  if (count !== 1) return false
  await tx.$executeRaw`
    INSERT INTO case_import_batch (import_id, first_line, results) VALUES (${id}::uuid, ${firstLine}, ${results})`
  return true
}

/** What was answered from a line on that began a batch. */
export async function findBatch(db: Transaction, importId: string, firstLine: number): Promise<string> {
  const rows = await db.$queryRaw<{ results: string }[]>`
    SELECT results FROM case_import_batch WHERE import_id = ${importId}::uuid AND first_line = ${firstLine}`
  if (rows[0] === undefined) throw new Error('an import has no results for lines that are done')
  return rows[0].results
}
