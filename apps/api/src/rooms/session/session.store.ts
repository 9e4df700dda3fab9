import type { Pool } from 'pg'
import type { Stretch } from '../../kernel/paging.ts'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface NewSession {
  readonly id: string
  readonly accountId: string
  readonly tokenHash: Uint8Array
  readonly device: string
  readonly network: Uint8Array
  readonly ownDeviceId: string | null
  readonly idleSeconds: number
  readonly absoluteSeconds: number
}

export interface SessionView {
  readonly id: string
  readonly userId: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly firstName: Uint8Array
  readonly lastName: Uint8Array
  readonly email: Uint8Array | null
  readonly locale: 'en' | 'es'
  readonly deletionDueAt: Date | null
  readonly idleExpiresAt: Date
  readonly absoluteExpiresAt: Date
}

/** Makes a session and answers it with its account, still sealed. Times are the database's: instances need not agree. */
export async function insertSession(tx: Transaction, session: NewSession): Promise<SessionView> {
  const rows = await tx.$queryRaw<SessionView[]>`
    WITH made AS (
      INSERT INTO session (id, account_id, token_hash, device, network, own_device_id, idle_expires_at, absolute_expires_at)
      VALUES (${session.id}::uuid, ${session.accountId}::uuid, ${session.tokenHash}, ${session.device}, ${session.network},
              ${session.ownDeviceId}::uuid,
              now() + make_interval(secs => ${session.idleSeconds}::int),
              now() + make_interval(secs => ${session.absoluteSeconds}::int))
      RETURNING account_id, idle_expires_at, absolute_expires_at)
    SELECT a.id, a.user_id AS "userId", a.data_key AS "dataKey", a.data_key_version AS "dataKeyVersion",
           a.first_name AS "firstName", a.last_name AS "lastName", a.email, a.locale, a.deletion_due_at AS "deletionDueAt",
           made.idle_expires_at AS "idleExpiresAt", made.absolute_expires_at AS "absoluteExpiresAt"
    FROM made JOIN account a ON a.id = made.account_id`
  const [view] = rows
  if (view === undefined) throw new Error('a session was made for no account')
  return view
}

/** Ends a session by its token; answers whose it was, or null when it was over already. */
export async function deleteSessionByToken(
  tx: Transaction,
  tokenHash: Uint8Array,
): Promise<{ id: string; accountId: string } | null> {
  const rows = await tx.$queryRaw<{ id: string; accountId: string }[]>`
    DELETE FROM session WHERE token_hash = ${tokenHash} RETURNING id, account_id AS "accountId"`
  return rows[0] ?? null
}

/** Ends a live session of an account; answers the own device that it was on, or null when there is no such session. */
export async function deleteSession(
  tx: Transaction,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<{ ownDeviceId: string | null } | null> {
  const rows = await tx.$queryRaw<{ ownDeviceId: string | null }[]>`
    DELETE FROM session
    WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid
      AND idle_expires_at > now() AND absolute_expires_at > now()
    RETURNING own_device_id AS "ownDeviceId"`
  return rows[0] ?? null
}

/**
 * Ends every session of an account, but for one where that is told; answers how many there were. Holds the account's row
 * first: a session that is being begun is there before, and ends too, or is begun by what the account is afterwards.
 */
export async function deleteSessionsOf(tx: Transaction, accountId: string, except?: string): Promise<number> {
  await tx.$executeRaw`SELECT 1 FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
  const { count } = await tx.session.deleteMany({
    where: { accountId, ...(except === undefined ? {} : { id: { not: except } }) },
  })
  return count
}

const listStatement = {
  name: 'list-sessions',
  text: `
    SELECT s.id, s.device, s.network, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt",
           EXISTS (SELECT 1 FROM own_device d WHERE d.id = s.own_device_id AND d.expires_at > now()) AS "ownDevice"
    FROM session s
    WHERE s.account_id = $1 AND s.idle_expires_at > now() AND s.absolute_expires_at > now()
      AND ($2::uuid IS NULL OR s.id < $2::uuid)
    ORDER BY s.id DESC LIMIT $3`,
}

export interface SessionRow {
  readonly id: string
  readonly device: string
  readonly network: Uint8Array | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly ownDevice: boolean
}

/** Live sessions of an account, newest first, of those before an id where one is told. */
export async function listSessions(
  pool: Pool,
  accountId: string,
  { before, limit }: Stretch,
): Promise<SessionRow[]> {
  const { rows } = await pool.query<SessionRow>(listStatement, [accountId, before, limit])
  return rows
}

const findLiveStatement = {
  name: 'find-live-session',
  text: `
    SELECT id AS "sessionId", account_id AS "accountId",
           extract(epoch FROM idle_expires_at - now())::float8 AS "idleSecondsLeft"
    FROM session WHERE token_hash = $1 AND idle_expires_at > now() AND absolute_expires_at > now()`,
}

export async function findLiveSession(
  pool: Pool,
  tokenHash: Uint8Array,
): Promise<{ sessionId: string; accountId: string; idleSecondsLeft: number } | null> {
  const { rows } = await pool.query<{ sessionId: string; accountId: string; idleSecondsLeft: number }>(
    findLiveStatement,
    [Buffer.from(tokenHash)],
  )
  return rows[0] ?? null
}

const extendStatement = {
  name: 'extend-session',
  text: `
    UPDATE session
    SET idle_expires_at = least(now() + make_interval(secs => $2::int), absolute_expires_at), last_seen_at = now()
    WHERE id = $1 AND idle_expires_at > now() AND absolute_expires_at > now()`,
}

/** Counts activity. False when the session ended meanwhile. */
export async function extendSession(pool: Pool, sessionId: string, idleSeconds: number): Promise<boolean> {
  const { rowCount } = await pool.query(extendStatement, [sessionId, idleSeconds])
  return rowCount === 1
}

const viewStatement = {
  name: 'view-session',
  text: `
    SELECT a.id, a.user_id AS "userId", a.data_key AS "dataKey", a.data_key_version AS "dataKeyVersion",
           a.first_name AS "firstName", a.last_name AS "lastName", a.email, a.locale, a.deletion_due_at AS "deletionDueAt",
           s.idle_expires_at AS "idleExpiresAt", s.absolute_expires_at AS "absoluteExpiresAt"
    FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.id = $1 AND s.idle_expires_at > now() AND s.absolute_expires_at > now()`,
}

/** A live session and its account, still sealed. */
export async function viewSession(pool: Pool, sessionId: string): Promise<SessionView | null> {
  const { rows } = await pool.query<SessionView>(viewStatement, [sessionId])
  return rows[0] ?? null
}
