import { createHash, randomBytes } from 'node:crypto'
import { foldUserId } from '@connect/contract/credentials/user-id'
import { clientSession, type Session, type SignInRequest } from '@connect/contract/rooms/session'
import type { RequestContext } from '../../kernel/actor.ts'
import type { AuditEntry, RecordAudit } from '../../kernel/audit/audit-event.ts'
import { HashingBusyError, type Hashing } from '../../kernel/hashing.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { Lookup } from '../../kernel/lookup.ts'
import { networkOf } from '../../kernel/network.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AddressLimit, RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, StatementPool, Transaction } from '../../kernel/unit-of-work.ts'
import {
  deleteAttempts,
  deleteSessionByToken,
  deleteSessionsOf,
  extendSession,
  findCredentials,
  findLiveSession,
  insertSession,
  updatePasswordHash,
  viewSession,
  type CredentialRow,
  type SessionView,
} from './session.store.ts'

export interface SessionDependencies {
  readonly db: Transaction
  readonly pool: StatementPool
  readonly commit: Commit
  readonly hashing: Hashing
  readonly cipher: RecordCipher
  readonly lookup: Lookup
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
  /** Told of what fails behind an answer. */
  readonly onError: (error: unknown) => void
}

/** Failed sign-ins of one address (docs/security.md). */
const signInLimit: AddressLimit = { name: 'sign-in-failures', max: 20, windowSeconds: 60 }

const tokenBytes = 32

const oneCheck = { passwords: 1, answerSets: 0 }

/** A request counts as activity, but writes it down only when this much of the idle time is gone. */
const extendAfterSeconds = 30

/** Signing in and out, and how long a session lives. */
export function createSessionService({
  db,
  pool,
  commit,
  hashing,
  cipher,
  lookup,
  rateLimits,
  recordAudit,
  onError,
}: SessionDependencies) {
  return {
    /**
     * Signs in and answers a new token. An unknown user ID and a wrong password take the same steps and get the same
     * `session.invalid_credentials`. Throws `limit.rate` and `server.busy`, which cost nobody an attempt.
     */
    async signIn(
      { userId, password }: SignInRequest,
      context: RequestContext,
      previousToken: string | undefined,
    ): Promise<{ token: string; session: Session }> {
      // An address that would be refused takes no place in the gate from others.
      await rateLimits.refuseExhausted(signInLimit, context.address)
      const folded = foldUserId(userId)
      const { credentials, matches, needsRehash } = await hashing.admit(oneCheck, async (hasher) => {
        // Counted before it is verified, so that parallel guesses are all counted; given back when it was right.
        await rateLimits.take(signInLimit, context.address)
        const found = await findCredentials(db, folded)
        const stored = found && { hash: found.passwordHash, pepperVersion: found.pepperVersion }
        return { credentials: found, ...(await hasher.verifyPassword(password, stored)) }
      })
      if (credentials === null || !matches) {
        await commit((tx) => recordAudit(tx, refusal(credentials?.id, context)))
        throw new Problem('session.invalid_credentials')
      }
      const token = randomBytes(tokenBytes).toString('base64url')
      const session = {
        id: timeOrderedId(),
        accountId: credentials.id,
        tokenHash: hashOf(token),
        device: context.device,
        network: networkOf(lookup, context.address),
        ...clientSession,
      }
      const started = await commit(async (tx) => {
        if (previousToken !== undefined) await end(tx, previousToken, context)
        const made = await insertSession(tx, session)
        await recordAudit(tx, ownEvent('session.started', credentials.id, context))
        return made
      })
      // The session stands: what follows must neither fail the answer nor delay it.
      if (needsRehash) void rehash(credentials, password).catch(onError)
      void rateLimits.giveBack(signInLimit, context.address).catch(onError)
      return { token, session: openView(started, cipher) }
    },

    /** The live session of a token; null when there is none. Counts activity unless told otherwise. */
    async findLive(token: string, { extend }: { readonly extend: boolean }) {
      const session = await findLiveSession(pool, hashOf(token))
      if (session === null) return null
      if (extend && session.idleSecondsLeft < clientSession.idleSeconds - extendAfterSeconds) {
        await extendSession(pool, session.sessionId, clientSession.idleSeconds)
      }
      return { sessionId: session.sessionId, accountId: session.accountId }
    },

    view,

    /** Starts the idle time anew; the end of the session in all stays where it is. */
    async extend(sessionId: string): Promise<Session> {
      if (!(await extendSession(pool, sessionId, clientSession.idleSeconds)))
        throw new Problem('session.required')
      return view(sessionId)
    },

    /** Ends the session of a token, if there is one. Signing out twice is no failure. */
    async signOut(token: string | undefined, context: RequestContext): Promise<void> {
      if (token !== undefined) await commit((tx) => end(tx, token, context))
    },

    /**
     * Ends every session of an account, but for one where that is told, in the transaction of the cause, which is what
     * is audited. Answers how many there were.
     */
    endAll(tx: Transaction, accountId: string, except?: string): Promise<number> {
      return deleteSessionsOf(tx, accountId, except)
    },

    /** Forgets failed sign-ins and recovery answers of a folded user ID, on every device. */
    clearCounters(tx: Transaction, userIdFolded: string): Promise<void> {
      return deleteAttempts(tx, lookup('user-id', userIdFolded))
    },
  }

  async function end(tx: Transaction, token: string, context: RequestContext): Promise<void> {
    const ended = await deleteSessionByToken(tx, hashOf(token))
    if (ended === null) return
    await recordAudit(tx, ownEvent('session.ended', ended.accountId, context))
  }

  /** Brings an old hash up to the cost and pepper in force. When the gate is full, the next sign-in will. */
  async function rehash(credentials: CredentialRow, password: string): Promise<void> {
    try {
      const next = await hashing.admit(oneCheck, (hasher) => hasher.hashPassword(password))
      await updatePasswordHash(db, credentials.id, credentials.passwordHash, next)
    } catch (error) {
      if (!(error instanceof HashingBusyError)) throw error
    }
  }

  async function view(sessionId: string): Promise<Session> {
    const row = await viewSession(pool, sessionId)
    if (row === null) throw new Problem('session.required')
    return openView(row, cipher)
  }
}

/** The same row whoever was meant, but for the id of an account that there is. */
function refusal(accountId: string | undefined, context: RequestContext): AuditEntry {
  return {
    event: 'session.refused',
    outcome: 'refused',
    actorKind: 'anonymous',
    subjectId: accountId,
    requestId: context.requestId,
    origin: context,
  }
}

/** What a person did with their own session. */
function ownEvent(
  event: 'session.started' | 'session.ended',
  accountId: string,
  context: RequestContext,
): AuditEntry {
  return {
    event,
    outcome: 'succeeded',
    actorKind: 'client',
    actorId: accountId,
    subjectId: accountId,
    requestId: context.requestId,
    origin: context,
  }
}

function openView(row: SessionView, cipher: RecordCipher): Session {
  const seal = cipher.open('account', row.id, row)
  return {
    account: {
      id: row.id,
      userId: row.userId,
      firstName: seal.openText('first_name', row.firstName),
      lastName: seal.openText('last_name', row.lastName),
      email: row.email === null ? null : seal.openText('email', row.email),
      locale: row.locale,
    },
    idleExpiresAt: row.idleExpiresAt.toISOString(),
    absoluteExpiresAt: row.absoluteExpiresAt.toISOString(),
  }
}

/** Only this is stored: whoever reads the table holds no session. */
function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(token, 'utf8').digest())
}

export type SessionService = ReturnType<typeof createSessionService>
