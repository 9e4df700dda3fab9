import type { Scope } from '@connect/contract/rooms/integrations'
import type { Pool } from 'pg'

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
