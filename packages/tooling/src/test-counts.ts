import { existsSync, readFileSync } from 'node:fs'

export interface Counts {
  passed: number
  failed: number
}

/** The parts of vitest's JSON report that are read here. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** The parts of Playwright's JSON report that are read here. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/**
 * What a vitest run really did. A test that was skipped is a test that nobody ran, so it counts as failed; so does a
 * file that broke before its first test.
 */
export function countVitest(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles.length,
  }
}

/** What a Playwright run really did. A journey that passed only at its second try has not passed. */
export function countPlaywright(report: PlaywrightReport): Counts {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length }
}

/**
 * Joins what a runner reported with how it ended. No report, no tests, or a non-zero exit code without a failed test
 * (an unhandled error, a broken set-up) are one failure each.
 */
export function settleCounts(reported: Counts | null, exitCode: number): Counts {
  if (reported === null || reported.passed + reported.failed === 0) return { passed: 0, failed: 1 }
  if (exitCode !== 0 && reported.failed === 0) return { passed: reported.passed, failed: 1 }
  return reported
}

/** Reads a runner's JSON report with one of the counters; null when the runner did not get as far as writing one. */
export function readReport(file: string, count: (report: never) => Counts): Counts | null {
  if (!existsSync(file)) return null
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')) as never)
  } catch {
    return null
  }
}
