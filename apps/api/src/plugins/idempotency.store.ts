import type { Pool } from 'pg'
import type { Transaction } from '../kernel/unit-of-work.ts'

/** Which request a key stands for: the same key means something else for another operation or actor. */
export interface KeyScope {
  readonly operation: string
  readonly actor: string
  readonly key: string
}

export interface StoredKey {
  readonly fingerprint: Uint8Array
  readonly status: number | null
  readonly dataKey: Uint8Array | null
  readonly dataKeyVersion: number | null
  readonly reply: Uint8Array | null
  /** Somebody is at work under this key. */
  readonly running: boolean
}

export interface SealedReply {
  readonly status: number
  readonly dataKey: Uint8Array<ArrayBuffer>
  readonly dataKeyVersion: number
  readonly reply: Uint8Array<ArrayBuffer>
}

/** A key is kept this long after its first use. */
const keptDays = 30

/** Whoever reserved a key and died gives it up after this many seconds; no request of ours runs longer. */
const leaseSeconds = 30

const reserveStatement = {
  name: 'reserve-idempotency-key',
  text: `
    INSERT INTO idempotency_key (operation, actor, key, fingerprint, lease, lease_until, expires_at)
    VALUES ($1, $2, $3, $4, $5, now() + interval '${String(leaseSeconds)} seconds', now() + interval '${String(keptDays)} days')
    ON CONFLICT (operation, actor, key) DO UPDATE
      SET fingerprint = excluded.fingerprint, lease = excluded.lease, lease_until = excluded.lease_until, expires_at = excluded.expires_at,
          status = NULL, data_key = NULL, data_key_version = NULL, reply = NULL
      WHERE (idempotency_key.reply IS NULL AND idempotency_key.lease_until < now()) OR idempotency_key.expires_at < now()
    RETURNING key`,
}

/** Takes the key for a lease of our own, unless somebody holds it or its reply is stored. Commits by itself. */
export async function reserveKey(
  pool: Pool,
  scope: KeyScope,
  fingerprint: Uint8Array,
  lease: string,
): Promise<boolean> {
  const { rowCount } = await pool.query(reserveStatement, [
    scope.operation,
    scope.actor,
    scope.key,
    Buffer.from(fingerprint),
    lease,
  ])
  return rowCount === 1
}

const readStatement = {
  name: 'read-idempotency-key',
  text: `
    SELECT fingerprint, status, data_key AS "dataKey", data_key_version AS "dataKeyVersion", reply,
           reply IS NULL AND lease_until > now() AS running
    FROM idempotency_key WHERE operation = $1 AND actor = $2 AND key = $3 AND expires_at > now()`,
}

export async function readKey(pool: Pool, scope: KeyScope): Promise<StoredKey | null> {
  const { rows } = await pool.query<StoredKey>(readStatement, [scope.operation, scope.actor, scope.key])
  return rows[0] ?? null
}

/** Stores the reply with the effect, in its transaction. False when the lease was lost: then nothing may commit. */
export async function completeKey(
  tx: Transaction,
  scope: KeyScope,
  lease: string,
  sealed: SealedReply,
): Promise<boolean> {
  const { count } = await tx.idempotencyKey.updateMany({
    where: { ...scope, lease, reply: null },
    data: sealed,
  })
  return count === 1
}

const releaseStatement = {
  name: 'release-idempotency-key',
  text: `DELETE FROM idempotency_key WHERE operation = $1 AND actor = $2 AND key = $3 AND lease = $4 AND reply IS NULL`,
}

/** Frees a key whose work came to nothing. One that did commit, though its commit seemed to fail, keeps its reply. */
export async function releaseKey(pool: Pool, scope: KeyScope, lease: string): Promise<void> {
  await pool.query(releaseStatement, [scope.operation, scope.actor, scope.key, lease])
}
