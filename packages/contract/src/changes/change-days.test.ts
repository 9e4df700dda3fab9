import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../benefits/calendar.ts'
import { checkBirthDate, checkDay } from './change-days.ts'

const today = '2026-11-21'
const around = { today, changedOn: '2026-11-19' }
const codes = (on: string, bounds: Parameters<typeof checkDay>[1]) =>
  checkDay(on, bounds, around).map(({ code }) => code)

describe('a day', () => {
  it('lies within so many days before and after today, both ends counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (away) => {
        const bounds = { earliest: { daysFromToday: -30 }, latest: { daysFromToday: 60 } }
        const expected = away < -30 ? ['day.too_early'] : away > 60 ? ['day.too_late'] : []
        expect(codes(addDays(today, away), bounds)).toEqual(expected)
      }),
    )
  })

  it('says how many days before or after today are left', () => {
    expect(checkDay('2026-01-01', { earliest: { daysFromToday: -30 } }, around)).toEqual([
      { code: 'day.too_early', params: { days: 30 } },
    ])
    expect(checkDay('2027-11-01', { latest: { daysFromToday: 60 } }, around)).toEqual([
      { code: 'day.too_late', params: { days: 60 } },
    ])
  })

  it('lies before or after the day of the change, which counts as both, and either way where there is none', () => {
    expect(codes('2026-11-18', { earliest: 'changedOn' })).toEqual(['day.before_change'])
    expect(codes('2026-11-19', { earliest: 'changedOn', latest: 'changedOn' })).toEqual([])
    expect(codes('2026-11-20', { latest: 'changedOn' })).toEqual(['day.after_change'])
    const without = { today, changedOn: undefined }
    expect(checkDay('1950-01-01', { earliest: 'changedOn', latest: 'changedOn' }, without)).toEqual([])
  })

  it('is of no year before 1900, whatever its bounds', () => {
    expect(codes('1899-12-31', { earliest: 'changedOn' })).toEqual(['day.before_year'])
    expect(codes('0001-01-01', {})).toEqual(['day.before_year'])
  })
})

it('nobody changes before birth, and on the day of birth one does', () => {
  expect(checkBirthDate('2026-11-19', [undefined, '2026-11-19'])).toEqual([])
  expect(checkBirthDate('2026-11-19', ['1990-01-01', '2026-11-20'])).toEqual([{ code: 'day.before_birth' }])
})
