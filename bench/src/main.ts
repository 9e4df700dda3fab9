// What is measured, in one run, each figure against its bound. Started by `pnpm bench`; names pick measurements.
import { availableParallelism, loadavg } from 'node:os'
import { autosave } from './autosave.ts'
import { caseImport } from './case-import/case-import.ts'
import { caseReads } from './case-reads/case-reads.ts'
import { equalAnswers } from './equal-answers.ts'
import { equalAssociation } from './equal-association.ts'
import { equalRecovery } from './equal-recovery.ts'
import { table, type Figure } from './figure.ts'
import type { Measurement } from './measurement.ts'
import { pages } from './pages/pages.ts'
import { startPortal } from './portal/portal.ts'
import { routes } from './routes/routes.ts'
import { storm } from './storm/storm.ts'
import { uploads } from './uploads/uploads.ts'

const measurements: readonly Measurement[] = [
  routes,
  caseImport,
  caseReads,
  equalAnswers,
  equalRecovery,
  equalAssociation,
  autosave,
  uploads,
  storm,
  pages,
]

const named = process.argv.slice(2)
const unknown = named.filter((name) => !measurements.some((measurement) => measurement.name === name))
if (unknown.length > 0) {
  const names = measurements.map(({ name }) => name).join(', ')
  console.error(`There is no measurement ${unknown.join(', ')}. The measurements are: ${names}.`)
  process.exit(2)
}

const load = loadavg()[0] ?? 0
if (load > availableParallelism())
  console.log(
    `This machine is busy with something else (a load of ${load.toFixed(1)}): what is measured in time says little now.`,
  )

const starting = startPortal()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void starting.then(({ stop }) => stop()).finally(() => process.exit(130)))
const portal = await starting

const figures: Figure[] = []
try {
  for (const measurement of measurements) {
    if (named.length > 0 && !named.includes(measurement.name)) continue
    console.log(`\n== ${measurement.name}`)
    const found = await measurement.run(portal)
    figures.push(...found)
    console.log(table(found))
  }
} finally {
  await portal.stop()
}
const outside = figures.filter(({ isWithin }) => !isWithin).length
if (named.length !== 1) console.log(`\n${table(figures)}`)
console.log(`\n${figures.length - outside} within bounds, ${outside} outside`)
process.exitCode = outside > 0 ? 1 : 0
