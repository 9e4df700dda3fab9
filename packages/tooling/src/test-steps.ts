import { rmSync } from 'node:fs'
import { check } from './checks.ts'
import { generate } from './generate.ts'
import { runCommand } from './run-command.ts'
import { countVitest, readReport, settleCounts, type Counts } from './test-counts.ts'
import { fromRoot, rootBinary } from './workspace.ts'

export interface TestStep {
  name: string
  run: () => Promise<Counts>
}

export const logFile = (name: string): string => fromRoot('test-results', `${name}.log`)

/** A step that either works or does not, such as a build. */
const asOne = (work: () => Promise<void>) => async (): Promise<Counts> => {
  await work()
  return { passed: 1, failed: 0 }
}

async function unitAndApi(): Promise<Counts> {
  const report = fromRoot('test-results/unit.json')
  rmSync(report, { force: true })
  const { exitCode } = await runCommand({
    command: rootBinary('vitest'),
    arguments: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    logFile: logFile('unit'),
    live: true,
  })
  return settleCounts(readReport(report, countVitest), exitCode)
}

/** Everything that CI runs, in order; a later step may use what an earlier one made. */
export const testSteps: readonly TestStep[] = [
  { name: 'generate', run: asOne(generate) },
  { name: 'check', run: check },
  { name: 'unit', run: unitAndApi },
]
