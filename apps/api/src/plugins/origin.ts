import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Problem } from '../kernel/problem.ts'
import { sessionCookieName } from '../kernel/session-cookie.ts'
import './route-contract.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send: an unsafe method with our cookie needs `Sec-Fetch-Site:
 * same-origin`, or an `Origin` equal to ours where that header is absent. A request shows one credential, not two.
 */
export const originPlugin = plugin<{ readonly publicUrl: () => string }>(
  (app, { publicUrl }, done) => {
    app.addHook('onRequest', (request, _reply, next) => {
      const refusal = refusalOf(request)
      if (refusal === null) next()
      else next(new Problem(refusal))
    })

    function refusalOf(request: FastifyRequest): 'request.two_credentials' | 'request.cross_site' | null {
      const hasCookie = request.cookies[sessionCookieName] !== undefined
      if (hasCookie && request.headers.authorization !== undefined) return 'request.two_credentials'
      // Where a token is asked for, a cookie opens nothing, and no browser sends a token by itself.
      if (safeMethods.has(request.method) || request.routeOptions.config.access === 'integrator') return null
      const site = request.headers['sec-fetch-site']
      // Nobody is signed in by another site either.
      if (!hasCookie) return site === 'cross-site' ? 'request.cross_site' : null
      const sameOrigin = site === undefined ? request.headers.origin === publicUrl() : site === 'same-origin'
      return sameOrigin ? null : 'request.cross_site'
    }
    done()
  },
  { name: 'origin', dependencies: ['@fastify/cookie'] },
)
