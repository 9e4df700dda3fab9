// `pnpm test`: everything that CI runs. `pnpm test unit` runs the named steps only.
import { appendFileSync, mkdirSync } from 'node:fs'
import { stopWithLaunchers } from './launchers.ts'
import { fromRoot } from './workspace.ts'
import { logFile, testSteps, type TestStep } from './test-steps.ts'
import type { Counts } from './test-counts.ts'

/** A step that throws has failed once; the rest still runs, so that one run tells everything. */
async function runStep(step: TestStep): Promise<Counts> {
  console.log(`\n== ${step.name}`)
  const started = performance.now()
  const counts = await step.run().catch((error: unknown): Counts => {
    const message = error instanceof Error ? error.message : String(error)
    console.log(message)
    appendFileSync(logFile(step.name), `${message}\n`)
    return { passed: 0, failed: 1 }
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`== ${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`)
  return counts
}

stopWithLaunchers()
const named = process.argv.slice(2)
const unknown = named.filter((name) => !testSteps.some((step) => step.name === name))
if (unknown.length > 0) {
  const names = testSteps.map((step) => step.name).join(', ')
  console.error(`There is no step ${unknown.join(', ')}. The steps are: ${names}.`)
  process.exit(2)
}

mkdirSync(fromRoot('test-results'), { recursive: true })
const total: Counts = { passed: 0, failed: 0 }
for (const step of testSteps.filter(({ name }) => named.length === 0 || named.includes(name))) {
  const counts = await runStep(step)
  total.passed += counts.passed
  total.failed += counts.failed
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
