import { describe, expect, it } from 'vitest'
import { addDays, dayInConnecticut, dayOfMonth, daysBetween, isRealDay } from './calendar.ts'
import { nextIssuanceOn, renewalOpensOn, snapIssuanceDay } from './issuance.ts'

const snap = { program: 'SNAP', from: '2026-01-01', to: null, headClientId: '123456750' } as const

describe('SNAP', () => {
  it.each([
    ['00', 1],
    ['12', 1],
    ['13', 2],
    ['24', 2],
    ['25', 3],
    ['37', 3],
    ['38', 4],
    ['49', 4],
    ['50', 5],
    ['62', 5],
    ['63', 6],
    ['74', 6],
    ['75', 7],
    ['87', 7],
    ['88', 8],
    ['99', 8],
  ])('with a client ID that ends in %s comes on day %i of the month', (lastTwo, day) => {
    expect(snapIssuanceDay(`1234567${lastTwo}`)).toBe(day)
  })

  it('comes this month until its day is over, and then next month', () => {
    expect(nextIssuanceOn(snap, '2026-12-04')).toBe('2026-12-05')
    expect(nextIssuanceOn(snap, '2026-12-05')).toBe('2026-12-05')
    expect(nextIssuanceOn(snap, '2026-12-06')).toBe('2027-01-05')
  })

  it('comes first when the benefit has begun', () => {
    expect(nextIssuanceOn({ ...snap, from: '2026-12-06' }, '2026-11-21')).toBe('2027-01-05')
  })

  it('does not come after the benefit has ended, or when nobody knows whose client ID decides', () => {
    expect(nextIssuanceOn({ ...snap, to: '2026-12-04' }, '2026-12-01')).toBeNull()
    expect(nextIssuanceOn({ ...snap, to: '2026-12-05' }, '2026-12-01')).toBe('2026-12-05')
    expect(nextIssuanceOn({ ...snap, headClientId: null }, '2026-12-01')).toBeNull()
  })
})

it('cash comes on the 1st, and medical help is not paid out', () => {
  expect(nextIssuanceOn({ ...snap, program: 'TFA', headClientId: null }, '2026-11-21')).toBe('2026-12-01')
  expect(nextIssuanceOn({ ...snap, program: 'HUSKY_A' }, '2026-11-21')).toBeNull()
})

it('a renewal opens 60 days before it is due', () => {
  expect(renewalOpensOn('2027-03-01')).toBe('2026-12-31')
})

describe('reckoning with days', () => {
  it('knows which days there are', () => {
    expect(isRealDay('2028-02-29')).toBe(true)
    expect(isRealDay('2026-02-29')).toBe(false)
    expect(isRealDay('2026-13-01')).toBe(false)
  })

  it('knows months, years and no clock changes', () => {
    expect(addDays('2026-10-31', 2)).toBe('2026-11-02')
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
    expect(daysBetween('2026-03-09', '2026-03-07')).toBe(-2)
    expect(dayOfMonth('2026-12-31', 1, 1)).toBe('2027-01-01')
  })

  it('tells the day in Connecticut, where it is still yesterday after midnight in UTC', () => {
    expect(dayInConnecticut(new Date('2026-11-22T04:59:59Z'))).toBe('2026-11-21')
    expect(dayInConnecticut(new Date('2026-11-22T05:00:00Z'))).toBe('2026-11-22')
  })
})
