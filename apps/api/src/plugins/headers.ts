import plugin from 'fastify-plugin'
import './route-contract.ts'

interface HeaderOptions {
  /** Whether the portal is reached over TLS, by its public address. */
  readonly secure: boolean
  /** Sources that the configured security check needs beyond our own origin; none for the default one. */
  readonly captchaSources: readonly string[]
}

/** The policy of every page and answer; the named exceptions stand beside their routes. */
function contentSecurityPolicy(captchaSources: readonly string[]): string {
  const others = captchaSources.map((source) => ` ${source}`).join('')
  return [
    "default-src 'none'",
    `script-src 'self'${others}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${others}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    ...(others === '' ? [] : [`frame-src${others}`]),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // Scripts of a provider from outside bring policies of their own, which cannot be named beforehand.
    ...(others === '' ? ["require-trusted-types-for 'script'", 'trusted-types connect-worker'] : []),
  ].join('; ')
}

/** Security headers on every response, errors and files included. One hook: helmet costs more than the route. */
export const headersPlugin = plugin<HeaderOptions>(
  (app, { secure, captchaSources }, done) => {
    const headers = securityHeaders(secure, captchaSources)
    app.addHook('onRequest', (request, reply, next) => {
      reply.headers(headers)
      reply.header('cache-control', request.routeOptions.config.cacheControl ?? 'no-store')
      next()
    })
    done()
  },
  { name: 'headers' },
)

export function securityHeaders(secure: boolean, captchaSources: readonly string[]): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(captchaSources),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}
