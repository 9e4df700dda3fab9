import plugin from 'fastify-plugin'
import { Problem } from '../kernel/problem.ts'
import { sessionCookieName } from '../kernel/session-cookie.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send: an unsafe method with our cookie needs `Sec-Fetch-Site:
 * same-origin`, or an `Origin` equal to ours where that header is absent. A request shows one credential, not two.
 */
export const originPlugin = plugin<{ readonly publicUrl: () => string }>(
  (app, { publicUrl }, done) => {
    app.addHook('onRequest', async (request) => {
      const hasCookie = request.cookies[sessionCookieName] !== undefined
      if (hasCookie && request.headers.authorization !== undefined)
        throw new Problem('request.two_credentials')
      if (safeMethods.has(request.method)) return
      const site = request.headers['sec-fetch-site']
      if (!hasCookie) {
        // Nobody is signed in by another site either.
        if (site === 'cross-site') throw new Problem('request.cross_site')
        return
      }
      const sameOrigin = site === undefined ? request.headers.origin === publicUrl() : site === 'same-origin'
      if (!sameOrigin) throw new Problem('request.cross_site')
    })
    done()
  },
  { name: 'origin', dependencies: ['@fastify/cookie'] },
)
