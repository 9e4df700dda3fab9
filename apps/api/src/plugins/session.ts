import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Actor } from '../kernel/actor.ts'
import { addressClass } from '../kernel/address-class.ts'
import { Problem } from '../kernel/problem.ts'
import type { Lookup } from '../kernel/lookup.ts'
import '../kernel/request-context.ts'
import { sessionCookieName } from '../kernel/session-cookie.ts'
import './route-contract.ts'

/** A session that is alive, by the database's clock. */
interface LiveSession {
  readonly sessionId: string
  readonly accountId: string
}

/** Finds the session of a token and, unless told otherwise, counts the request as activity. */
export type FindLiveSession = (
  token: string,
  options: { readonly extend: boolean },
) => Promise<LiveSession | null>

/** Tells who sends a request and holds each operation to its access rule. */
export const sessionPlugin = plugin<{ readonly findLiveSession: FindLiveSession; readonly lookup: Lookup }>(
  (app, { findLiveSession, lookup }, done) => {
    const anonymous = (request: FastifyRequest): Actor => ({
      kind: 'anonymous',
      // Only an idempotent operation asks for it, and this HMAC costs more than a short answer does.
      get key() {
        return Buffer.from(lookup('address', addressClass(request.ip))).toString('base64url')
      },
    })
    // Fastify wants a primitive here, so that no request shares an object with another; the hook fills it.
    app.decorateRequest('actor', null as never)
    app.addHook('onRequest', async (request) => {
      const { access, keepsSessionIdle } = request.routeOptions.config
      if (access !== 'client') {
        request.actor = anonymous(request)
        return
      }
      const token = request.cookies[sessionCookieName]
      const session =
        token === undefined ? null : await findLiveSession(token, { extend: keepsSessionIdle !== true })
      if (session === null) throw new Problem('session.required')
      request.actor = { kind: 'client', ...session }
    })
    done()
  },
  { name: 'session', dependencies: ['@fastify/cookie'] },
)
