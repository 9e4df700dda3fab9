import { describe, expect, it } from 'vitest'
import { checkAsOf } from './case-feed.ts'

describe('the instant of a state', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const codesOf = (value: string) => checkAsOf(value, now).map(({ code }) => code)

  it('is one that there is', () => {
    expect(codesOf('2026-11-22T11:59:59.123456Z')).toEqual([])
    for (const none of ['2026-02-29T00:00:00Z', '2026-11-21T25:00:00Z', '0000-01-01T00:00:00Z', 'yesterday'])
      expect(codesOf(none), none).toEqual(['instant.not_in_calendar'])
  })

  it('is over, give or take what clocks differ by', () => {
    expect(codesOf('2026-11-22T12:04:59Z')).toEqual([])
    expect(codesOf('2026-11-22T12:05:01Z')).toEqual(['instant.in_future'])
  })
})
