import { describe, expect, it } from 'vitest'
import {
  isNoDay,
  pastedDate,
  readDate,
  readMoney,
  readNumber,
  writeDate,
  writeMoney,
} from './typed-values.ts'

describe('an amount as it is typed', () => {
  it.each([
    ['1234', 123_400],
    ['1,234.50', 123_450],
    ['$1,234.5', 123_450],
    [' $ 12. ', 1200],
    ['0', 0],
    ['0.05', 5],
    ['-20', -2000],
    ['$-20', -2000],
    ['9999999999', 999_999_999_900],
  ])('is read: %s', (text, amount) => {
    expect(readMoney(text)).toEqual({ value: { amount, currency: 'USD' } })
  })

  it.each(['', '12,34', '1.234,50', 'about 200', '1.234', '--5', '1e3', '1234567890123'])(
    'is kept as text while it is none: %s',
    (text) => {
      expect(readMoney(text)).toEqual({ text })
    },
  )

  it.each([
    [123_450, '1234.50'],
    [120_000, '1200'],
    [5, '0.05'],
  ])('is written so that it is read the same: %d', (cents, text) => {
    expect(writeMoney(cents)).toBe(text)
    expect(readMoney(text).value?.amount).toBe(cents)
  })
})

describe('a number as it is typed', () => {
  it('is read, a negative one too, so that it can be told of', () => {
    expect(readNumber(' 40 ')).toEqual({ value: 40 })
    expect(readNumber('-1')).toEqual({ value: -1 })
    expect(readNumber('37.5')).toEqual({ text: '37.5' })
  })
})

describe('a date as it is typed', () => {
  it('is a day once all its parts are there', () => {
    expect(readDate({ month: '3', day: '9', year: '2026' })).toEqual({ value: '2026-03-09' })
    expect(readDate({ month: '03', day: '09', year: '2026 ' })).toEqual({ value: '2026-03-09' })
  })

  it.each([
    ['3', '', '', '3//'],
    ['3', '9', '20', '3/9/20'],
    ['2', '30', '2026', '2/30/2026'],
    ['', '', '', ''],
  ])('is kept as far as it goes: %s %s %s', (month, day, year, text) => {
    expect(readDate({ month, day, year })).toEqual({ text })
    expect(writeDate(undefined, text)).toEqual({ month, day, year })
  })

  it('tells a day that there is not from one that is not finished', () => {
    expect(isNoDay('2/30/2026')).toBe(true)
    expect(isNoDay('2/30/20')).toBe(false)
  })

  it('may be pasted whole', () => {
    expect(pastedDate('11/02/2026')).toEqual({ month: '11', day: '02', year: '2026' })
    expect(pastedDate('11')).toBeUndefined()
  })
})
