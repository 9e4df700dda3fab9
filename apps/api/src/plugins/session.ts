import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Problem } from '../kernel/problem.ts'
import '../kernel/request-context.ts'
import { sessionCookieName } from '../kernel/session-cookie.ts'
import { onlyWhere } from './only-where.ts'
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
export const sessionPlugin = plugin<{ readonly findLiveSession: FindLiveSession }>(
  (app, { findLiveSession }, done) => {
    // Fastify wants a primitive here, so that no request shares an object with another; the hook fills it.
    app.decorateRequest('actor', null as never)
    app.addHook('onRequest', (request, _reply, next) => {
      if (request.routeOptions.config.access !== 'client')
        request.actor = { kind: 'anonymous', address: request.ip }
      next()
    })
    app.addHook(
      'onRequest',
      onlyWhere(({ access }) => access === 'client', requireSession),
    )

    async function requireSession(request: FastifyRequest): Promise<void> {
      const { keepsSessionIdle } = request.routeOptions.config
      const token = request.cookies[sessionCookieName]
      const session =
        token === undefined ? null : await findLiveSession(token, { extend: keepsSessionIdle !== true })
      if (session === null) throw new Problem('session.required')
      request.actor = { kind: 'client', ...session }
    }
    done()
  },
  { name: 'session', dependencies: ['@fastify/cookie'] },
)
