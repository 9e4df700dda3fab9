import { rmSync } from 'node:fs'
import { ensureHeadlessBrowser } from './browser.ts'
import { build } from './build.ts'
import { check } from './checks.ts'
import { generate, generateInterface } from './generate.ts'
import { runScript } from './package-script.ts'
import { runCommand } from './run-command.ts'
import { ensureScanner } from './scanner.ts'
import { weighBuild } from './size-budget.ts'
import { countPlaywright, countVitest, readReport, settleCounts, type Counts } from './test-counts.ts'
import { fromRoot, rootBinary } from './workspace.ts'

export interface TestStep {
  name: string
  run: () => Promise<Counts>
}

export const logFile = (name: string): string => fromRoot('test-results', `${name}.log`)

/** A step that either works or does not, such as a build. */
const asOne = (work: () => Promise<unknown>) => async (): Promise<Counts> => {
  await work()
  return { passed: 1, failed: 0 }
}

async function unitAndApi(): Promise<Counts> {
  const report = fromRoot('test-results/unit.json')
  rmSync(report, { force: true })
  await ensureScanner()
  const { exitCode } = await runCommand({
    command: rootBinary('vitest'),
    arguments: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    logFile: logFile('unit'),
    live: true,
  })
  return settleCounts(readReport(report, countVitest), exitCode)
}

/** Each budget counts as one. */
async function sizeBudgets(): Promise<Counts> {
  const weights = weighBuild()
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)
  // All that is too heavy, and the heaviest three.
  for (const { what, bytes, limit } of weights.filter(
    (weight, place) => place < 3 || weight.bytes > weight.limit,
  )) {
    const verdict = bytes > limit ? 'FAIL' : 'ok  '
    console.log(`${verdict}  ${kilobytes(bytes).padStart(6)} of ${kilobytes(limit).padStart(5)} kB  ${what}`)
  }
  const failed = weights.filter(({ bytes, limit }) => bytes > limit).length
  return { passed: weights.length - failed, failed }
}

/** What is generated and committed is what it is made from says, and the document of the API is well written. */
async function publicInterface(): Promise<Counts> {
  const changed = await generateInterface()
  for (const file of changed) console.log(`FAIL  ${file} was not up to date. It is now; commit it.`)
  const { exitCode, output } = await runScript('apps/api', 'lint:openapi', { logFile: logFile('spectral') })
  if (exitCode !== 0) console.log(output.trimEnd())
  const failed = changed.length + (exitCode === 0 ? 0 : 1)
  return { passed: 4 - failed, failed }
}

async function journeys(): Promise<Counts> {
  const report = fromRoot('test-results/journeys.json')
  rmSync(report, { force: true })
  const browser = await ensureHeadlessBrowser()
  const { exitCode } = await runScript('e2e', 'test', {
    // Playwright sets a wish for colours of its own for its workers, and Node warns of two that differ.
    environment: { CHROMIUM_PATH: browser, NO_COLOR: undefined },
    logFile: logFile('journeys'),
    live: true,
  })
  return settleCounts(readReport(report, countPlaywright), exitCode)
}

/** Everything that CI runs, in order; a later step may use what an earlier one made. */
export const testSteps: readonly TestStep[] = [
  { name: 'generate', run: asOne(generate) },
  { name: 'check', run: check },
  { name: 'interface', run: publicInterface },
  { name: 'build', run: asOne(build) },
  { name: 'size', run: sizeBudgets },
  { name: 'unit', run: unitAndApi },
  { name: 'journeys', run: journeys },
]
