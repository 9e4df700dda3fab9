import type { FastifyReply, FastifyRequest } from 'fastify'

/** The browser that began a recovery. The `__Host-` prefix makes it insist on Secure, no Domain, and the root path. */
const recoveryCookieName = '__Host-recovery'

const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const

/** What the browser shows of an earlier recovery; null when it shows nothing that we made. */
export function browserOf(request: FastifyRequest): string | null {
  const token = request.cookies[recoveryCookieName]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null
}

/** No Max-Age: the cookie is gone when the browser is closed. */
export function setRecoveryCookie(reply: FastifyReply, browser: string): void {
  reply.setCookie(recoveryCookieName, browser, attributes)
}

export function clearRecoveryCookie(reply: FastifyReply): void {
  reply.clearCookie(recoveryCookieName, attributes)
}
