import type { Scope } from '@connect/contract/rooms/integrations'
import type { Pool } from 'pg'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface TokenOwner {
  readonly tokenId: string
  readonly integratorId: string
  readonly scopes: Scope[]
  readonly state: 'live' | 'expired' | 'revoked'
  /** Whether its last use was so long ago that it is to be written down anew. */
  readonly useIsOld: boolean
}

/** Last use is exact to this many seconds, so that a busy token writes seldom. */
const useSeconds = 60

const findStatement = {
  name: 'find-api-token',
  text: `
    SELECT id AS "tokenId", integrator_id AS "integratorId", scopes,
           CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= now() THEN 'expired' ELSE 'live' END AS state,
           coalesce(last_used_at < now() - interval '${String(useSeconds)} seconds', true) AS "useIsOld"
    FROM api_token WHERE token_hash = $1`,
}

/** Whose a token is, and whether it is in force by the database's clock. */
export async function findToken(pool: Pool, tokenHash: Uint8Array): Promise<TokenOwner | null> {
  const { rows } = await pool.query<TokenOwner>(findStatement, [Buffer.from(tokenHash)])
  return rows[0] ?? null
}

const useStatement = {
  name: 'use-api-token',
  text: `
    UPDATE api_token SET last_used_at = now()
    WHERE id = $1 AND coalesce(last_used_at < now() - interval '${String(useSeconds)} seconds', true)`,
}

/** Writes the last use down, unless another request of the same minute did. */
export async function noteUse(pool: Pool, tokenId: string): Promise<void> {
  await pool.query(useStatement, [tokenId])
}

export interface NewToken {
  readonly id: string
  readonly integratorId: string
  readonly name: string
  readonly tokenHash: Uint8Array
  readonly scopes: readonly Scope[]
  /** Its life from now on, in days. */
  readonly days: number
}

export interface TokenRow {
  readonly id: string
  readonly name: string
  readonly scopes: Scope[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** Adds a token; its times are the database's. In hours, which a table's rule counts in too (a day may have 23). */
export async function insertToken(tx: Transaction, token: NewToken): Promise<TokenRow> {
  const [row] = await tx.$queryRaw<TokenRow[]>`
    INSERT INTO api_token (id, integrator_id, name, token_hash, scopes, expires_at)
    VALUES (${token.id}::uuid, ${token.integratorId}::uuid, ${token.name}, ${token.tokenHash}, ${[...token.scopes]}::text[],
            now() + make_interval(hours => ${token.days * 24}::int))
    RETURNING id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`
  if (row === undefined) throw new Error('adding a token returned no row')
  return row
}

/** Whether a token is still in force; when it is, it stays so until the transaction ends. */
export async function holdToken(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM api_token WHERE id = ${id}::uuid AND revoked_at IS NULL AND expires_at > now() FOR SHARE`
  return rows.length === 1
}

/** Tokens of an integrator that nobody revoked, newest first. */
export async function listTokens(
  db: Transaction,
  { integratorId, before, limit }: Stretch & { readonly integratorId: string },
): Promise<TokenRow[]> {
  return db.$queryRaw<TokenRow[]>`
    SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
    FROM api_token
    WHERE integrator_id = ${integratorId}::uuid AND revoked_at IS NULL AND (${before}::uuid IS NULL OR id < ${before}::uuid)
    ORDER BY id DESC LIMIT ${limit}`
}

/** Revokes a token, of one integrator where that is told. False when there is none that could be. */
export async function revokeToken(
  tx: Transaction,
  { id, integratorId = null }: { readonly id: string; readonly integratorId?: string | null },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE api_token SET revoked_at = now()
    WHERE id = ${id}::uuid AND revoked_at IS NULL
      AND (${integratorId}::uuid IS NULL OR integrator_id = ${integratorId}::uuid)`
  return count === 1
}
