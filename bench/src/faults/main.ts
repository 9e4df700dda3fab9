// What the product does when its server, its database or its mail server goes away. Started by `pnpm faults`; names pick
// scenarios.
import { rmSync } from 'node:fs'
import { table, type Figure } from '../figure.ts'
import { auditChain } from './audit-chain.ts'
import { interruptedDatabase, killedServer, undisturbed } from './interrupted.ts'
import { killedDeletion } from './killed-deletion.ts'
import { ledger } from './ledger/ledger.ts'
import { mailServerAway } from './mail-server-away.ts'
import { smallDisk } from './ledger/small-disk.ts'
import type { Scenario } from './scenario.ts'
import { logFolder, startStand } from './stand.ts'

const scenarios: readonly Scenario[] = [
  undisturbed,
  killedServer,
  interruptedDatabase,
  killedDeletion,
  mailServerAway,
  ledger,
  smallDisk,
  auditChain,
]

const named = process.argv.slice(2)
const unknown = named.filter((name) => !scenarios.some((scenario) => scenario.name === name))
if (unknown.length > 0) {
  const names = scenarios.map(({ name }) => name).join(', ')
  console.error(`There is no scenario ${unknown.join(', ')}. The scenarios are: ${names}.`)
  process.exit(2)
}

rmSync(logFolder, { recursive: true, force: true })
const starting = startStand()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void starting.then(({ stop }) => stop()).finally(() => process.exit(130)))
const stand = await starting

const figures: Figure[] = []
try {
  for (const scenario of scenarios) {
    if (named.length > 0 && !named.includes(scenario.name)) continue
    console.log(`\n== ${scenario.name}`)
    const found = await scenario.run(stand)
    figures.push(...found)
    console.log(table(found))
  }
} finally {
  await stand.stop()
}
const breached = figures.filter(({ isWithin }) => !isWithin).length
if (named.length !== 1) console.log(`\n${table(figures)}`)
console.log(`\n${figures.length - breached} held, ${breached} broken`)
process.exitCode = breached > 0 ? 1 : 0
