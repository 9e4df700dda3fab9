import type { Session } from '@connect/contract/rooms/session'

/** How close the end of a session is, and whether staying active puts it off. */
export interface SessionEnd {
  readonly kind: 'idle' | 'absolute'
  readonly millisecondsLeft: number
}

/** People are asked this long before the end, in milliseconds: time enough to read and to press a button (WCAG 2.2.1). */
const warningTime = 2 * 60_000

/** Somebody who is active is kept signed in, but the service is told at most this often, in milliseconds. */
export const extensionInterval = 60_000

/** What ends a session first: nobody doing anything, or its whole length. `now` is the service's time. */
export function sessionEnd(
  session: Pick<Session, 'idleExpiresAt' | 'absoluteExpiresAt'>,
  now: number,
): SessionEnd {
  const idle = Date.parse(session.idleExpiresAt) - now
  const absolute = Date.parse(session.absoluteExpiresAt) - now
  return absolute <= idle
    ? { kind: 'absolute', millisecondsLeft: absolute }
    : { kind: 'idle', millisecondsLeft: idle }
}

/** Whether it is time to ask. */
export function isEndNear({ millisecondsLeft }: SessionEnd): boolean {
  return millisecondsLeft <= warningTime
}

/** The time left in minutes as a person is told it: never none while there is some. */
export function minutesLeft({ millisecondsLeft }: SessionEnd): number {
  return Math.max(1, Math.round(millisecondsLeft / 60_000))
}
