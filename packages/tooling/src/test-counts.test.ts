import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest, settleCounts } from './test-counts.ts'

const green = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }

describe('what a run counts', () => {
  test('a skipped or planned test counts as failed, for nobody ran it', () => {
    expect(countVitest({ ...green, numPendingTests: 1, numTodoTests: 1 })).toEqual({ passed: 3, failed: 2 })
    const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 1 }
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 2, failed: 1 })
  })

  test('a file that broke before its first test counts as failed', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(countVitest({ ...green, testResults })).toEqual({ passed: 3, failed: 1 })
  })

  test('a file with a failed test is not counted twice', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]
    expect(countVitest({ ...green, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 1 })
  })

  test('a journey that passed at its second try only has not passed', () => {
    const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 0 }
    expect(countPlaywright({ stats, errors: ['global set-up'] })).toEqual({ passed: 2, failed: 3 })
  })

  test('a run without a report, or without any test, has failed', () => {
    expect(settleCounts(null, 0)).toEqual({ passed: 0, failed: 1 })
    expect(settleCounts({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  })

  test('a run that ends badly has failed, whatever its report says', () => {
    expect(settleCounts({ passed: 7, failed: 0 }, 1)).toEqual({ passed: 7, failed: 1 })
    expect(settleCounts({ passed: 7, failed: 0 }, 0)).toEqual({ passed: 7, failed: 0 })
  })
})
