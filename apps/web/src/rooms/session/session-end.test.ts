import { describe, expect, it } from 'vitest'
import { isEndNear, minutesLeft, sessionEnd } from './session-end.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 12, minutes)).toISOString()
const now = Date.parse(at(0))

describe('the end of a session', () => {
  it('comes when nobody does anything, and can be put off', () => {
    const end = sessionEnd({ idleExpiresAt: at(15), absoluteExpiresAt: at(480) }, now)
    expect([end.kind, minutesLeft(end), isEndNear(end)]).toEqual(['idle', 15, false])
  })

  it('comes after its whole length at the latest, whatever one does', () => {
    expect(sessionEnd({ idleExpiresAt: at(5), absoluteExpiresAt: at(5) }, now).kind).toBe('absolute')
  })

  it('is near two minutes before', () => {
    expect(isEndNear(sessionEnd({ idleExpiresAt: at(2), absoluteExpiresAt: at(480) }, now))).toBe(true)
  })

  it('is told as one minute while any time is left', () => {
    const soon = new Date(now + 5000).toISOString()
    expect(minutesLeft(sessionEnd({ idleExpiresAt: soon, absoluteExpiresAt: at(480) }, now))).toBe(1)
  })
})
