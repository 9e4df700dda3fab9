import type { FastifyReply } from 'fastify'

/** The `__Host-` prefix makes the browser insist on Secure, no Domain, and the root path. */
export const sessionCookieName = '__Host-session'

const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const

/** No Max-Age: the cookie lives in the browser's memory and is gone when the browser is closed. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookieName, token, attributes)
}

/** Expires our cookie by name; `Clear-Site-Data: "cookies"` would take other cookies along. */
export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(sessionCookieName, attributes)
  reply.header('clear-site-data', '"cache"')
}
