import type { Pool } from 'pg'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

export interface CredentialRow {
  readonly id: string
  readonly passwordHash: string
  readonly pepperVersion: number
}

/** What is needed to check a password; null for an unknown user ID. */
export async function findCredentials(tx: Transaction, userIdFolded: string): Promise<CredentialRow | null> {
  return tx.account.findUnique({
    where: { userIdFolded },
    select: { id: true, passwordHash: true, pepperVersion: true },
  })
}

export async function updatePasswordHash(
  tx: Transaction,
  accountId: string,
  previousHash: string,
  next: { hash: string; pepperVersion: number },
): Promise<void> {
  await tx.account.updateMany({
    where: { id: accountId, passwordHash: previousHash },
    data: { passwordHash: next.hash, pepperVersion: next.pepperVersion },
  })
}

export interface NewSession {
  readonly id: string
  readonly accountId: string
  readonly tokenHash: Uint8Array
  readonly device: string
  readonly network: Uint8Array
  readonly idleSeconds: number
  readonly absoluteSeconds: number
}

/** Makes a session and answers it with its account, still sealed. Times are the database's: instances need not agree. */
export async function insertSession(tx: Transaction, session: NewSession): Promise<SessionView> {
  const rows = await tx.$queryRaw<SessionView[]>`
    WITH made AS (
      INSERT INTO session (id, account_id, token_hash, device, network, idle_expires_at, absolute_expires_at)
      VALUES (${session.id}::uuid, ${session.accountId}::uuid, ${session.tokenHash}, ${session.device}, ${session.network},
              now() + make_interval(secs => ${session.idleSeconds}::int),
              now() + make_interval(secs => ${session.absoluteSeconds}::int))
      RETURNING account_id, idle_expires_at, absolute_expires_at)
    SELECT a.id, a.user_id AS "userId", a.data_key AS "dataKey", a.data_key_version AS "dataKeyVersion",
           a.first_name AS "firstName", a.last_name AS "lastName", a.email, a.locale,
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

/** Ends every session of an account, but for one where that is told; answers how many there were. */
export async function deleteSessionsOf(tx: Transaction, accountId: string, except?: string): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { accountId, ...(except === undefined ? {} : { id: { not: except } }) },
  })
  return count
}

/** Forgets what was counted of a user ID, given as its look-up: sign-ins on every device, and recovery answers. */
export async function deleteAttempts(tx: Transaction, subject: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.signInCounter.deleteMany({ where: { subject } })
  await tx.recoveryCounter.deleteMany({ where: { subject } })
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
    UPDATE session SET idle_expires_at = least(now() + make_interval(secs => $2::int), absolute_expires_at)
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
           a.first_name AS "firstName", a.last_name AS "lastName", a.email, a.locale,
           s.idle_expires_at AS "idleExpiresAt", s.absolute_expires_at AS "absoluteExpiresAt"
    FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.id = $1 AND s.idle_expires_at > now() AND s.absolute_expires_at > now()`,
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
  readonly idleExpiresAt: Date
  readonly absoluteExpiresAt: Date
}

/** A live session and its account, still sealed. */
export async function viewSession(pool: Pool, sessionId: string): Promise<SessionView | null> {
  const { rows } = await pool.query<SessionView>(viewStatement, [sessionId])
  return rows[0] ?? null
}
