import {
  clientSession,
  type DeviceSession,
  type DeviceSessions,
  type Session,
} from '@connect/contract/rooms/session'
import type { PageQuery } from '@connect/contract/shared/page'
import type { RequestContext, SignedIn } from '../../kernel/actor.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { placeSeenFrom } from '../../kernel/network.ts'
import { pageBy } from '../../kernel/paging.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import { hashOfToken } from '../../kernel/secret-token.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { deleteOwnDevice, deleteOwnDevicesOf } from './own-device.store.ts'
import type { SessionDependencies } from './session-dependencies.ts'
import {
  deleteSession,
  deleteSessionByToken,
  deleteSessionsOf,
  extendSession,
  findLiveSession,
  listSessions,
  viewSession,
  type SessionView,
} from './session.store.ts'
import { createSignIn } from './sign-in.service.ts'
import { deleteAttempts } from './sign-in.store.ts'

/** A request counts as activity, but writes it down only when this much of the idle time is gone. */
const extendAfterSeconds = 30

/** Signing in and out, how long a session lives, and where else one is signed in. */
export function createSessionService(dependencies: SessionDependencies) {
  const { pool, commit, cipher, lookup, recordAudit } = dependencies
  const openView = (row: SessionView): Session => open(row, cipher)
  return {
    signIn: createSignIn({ ...dependencies, end, openView }),

    /** The live session of a token; null when there is none. Counts activity unless told otherwise. */
    async findLive(token: string, { extend }: { readonly extend: boolean }) {
      const session = await findLiveSession(pool, hashOfToken(token))
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

    /** Where the account is signed in, newest first, as seen from the session and the address that ask. */
    list(actor: SignedIn, query: PageQuery, { address }: RequestContext): Promise<DeviceSessions> {
      const placeOf = placeSeenFrom(lookup, address)
      return pageBy(
        query,
        (stretch) => listSessions(pool, actor.accountId, stretch),
        ({ id, device, network, createdAt, lastSeenAt, ownDevice }): DeviceSession => ({
          id,
          device,
          place: placeOf(network),
          createdAt: createdAt.toISOString(),
          lastSeenAt: lastSeenAt.toISOString(),
          current: id === actor.sessionId,
          ownDevice,
        }),
      )
    },

    /**
     * Signs out one session of the account, and forgets that its browser is an own device. Throws `resource.not_found`
     * for what is not there, not live any more, or not one's own.
     */
    async revoke({ accountId }: SignedIn, sessionId: string, context: RequestContext): Promise<void> {
      await commit(async (tx) => {
        const ended = await deleteSession(tx, { id: sessionId, accountId })
        if (ended === null) throw new Problem('resource.not_found')
        if (ended.ownDeviceId !== null) await deleteOwnDevice(tx, { accountId, id: ended.ownDeviceId })
        await recordAudit(tx, ownEvent('session.revoked', accountId, context))
      })
    },

    /**
     * Ends every session of an account, but for one where that is told, in the transaction of the cause, which is what
     * is audited. Answers how many there were.
     */
    endAll(tx: Transaction, accountId: string, except?: string): Promise<number> {
      return deleteSessionsOf(tx, accountId, except)
    },

    /** Forgets every own device of an account, but for the one that a session is on where that is told. */
    forgetDevices(tx: Transaction, accountId: string, exceptOf?: string): Promise<void> {
      return deleteOwnDevicesOf(tx, accountId, exceptOf)
    },

    /** Forgets failed sign-ins and recovery answers of a folded user ID, on every device. */
    async clearCounters(tx: Transaction, userIdFolded: string): Promise<void> {
      await deleteAttempts(tx, lookup('user-id', userIdFolded))
    },
  }

  async function end(tx: Transaction, token: string, context: RequestContext): Promise<void> {
    const ended = await deleteSessionByToken(tx, hashOfToken(token))
    if (ended === null) return
    await recordAudit(tx, ownEvent('session.ended', ended.accountId, context))
  }

  async function view(sessionId: string): Promise<Session> {
    const row = await viewSession(pool, sessionId)
    if (row === null) throw new Problem('session.required')
    return openView(row)
  }
}

function open(row: SessionView, cipher: RecordCipher): Session {
  const seal = cipher.open('account', row.id, row)
  return {
    account: {
      id: row.id,
      userId: row.userId,
      firstName: seal.openText('first_name', row.firstName),
      lastName: seal.openText('last_name', row.lastName),
      email: row.email === null ? null : seal.openText('email', row.email),
      locale: row.locale,
      deletionDueAt: row.deletionDueAt?.toISOString() ?? null,
    },
    idleExpiresAt: row.idleExpiresAt.toISOString(),
    absoluteExpiresAt: row.absoluteExpiresAt.toISOString(),
  }
}

export type SessionService = ReturnType<typeof createSessionService>
