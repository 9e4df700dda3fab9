import { describe, expect, test } from 'vitest'
import { areaUnderCurve, countEach, median, quantile, withOmitted } from './statistics.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

describe('the statistics of the measurements', () => {
  test('of 1 to 100 in any order, 99 is the 99th percentile and 50 the median', () => {
    const values = upTo(100).toReversed()
    expect(quantile(values, 0.99)).toBe(99)
    expect(median(values)).toBe(50)
    expect(quantile(values, 1)).toBe(100)
  })

  test('of nothing there is no percentile', () => {
    expect(() => median([])).toThrow('Nothing was measured')
    expect(() => areaUnderCurve([], [1])).toThrow('Nothing was measured')
  })

  test('two equal samples cannot be told apart, and two that do not overlap always can', () => {
    expect(areaUnderCurve(upTo(20), upTo(20))).toBe(0.5)
    expect(areaUnderCurve([4, 5, 6], [1, 2, 3])).toBe(1)
    expect(areaUnderCurve([1, 2, 3], [4, 5, 6])).toBe(0)
    expect(areaUnderCurve([1, 3], [2])).toBe(0.5)
  })

  test('a long wait stands for those who would have come meanwhile', () => {
    expect(withOmitted([2, 35, 10], 10)).toEqual([2, 35, 25, 15, 5, 10])
  })

  test('counts what happened, the most frequent first', () => {
    expect(countEach([503, 201, 201])).toBe('201 × 2, 503 × 1')
  })
})
