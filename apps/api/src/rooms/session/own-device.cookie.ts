import { ownDeviceDays } from '@connect/contract/rooms/session'
import type { FastifyReply } from 'fastify'

/** Marks a browser as its owner's own device. It opens nothing by itself. */
export const deviceCookieName = '__Host-device'

/** It outlives signing out, which takes our other cookie by name and no cookie besides. */
export function setDeviceCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(deviceCookieName, token, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    maxAge: ownDeviceDays * 24 * 60 * 60,
  })
}
