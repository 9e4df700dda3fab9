// `pnpm faults`: makes what is stale, then takes server, database and mail server away. Names pick scenarios.
import { generate } from './generate.ts'
import { stopWithLaunchers } from './launchers.ts'
import { runCommand } from './run-command.ts'
import { fromRoot } from './workspace.ts'

stopWithLaunchers()
await generate()
const { exitCode } = await runCommand({
  command: process.execPath,
  arguments: [fromRoot('bench/src/faults/main.ts'), ...process.argv.slice(2)],
  live: true,
})
process.exitCode = exitCode
