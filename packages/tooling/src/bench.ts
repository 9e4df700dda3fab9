// `pnpm bench`: makes what is stale, then measures what the product promises. Names pick measurements.
import { build } from './build.ts'
import { generate } from './generate.ts'
import { stopWithLaunchers } from './launchers.ts'
import { runCommand } from './run-command.ts'
import { fromRoot } from './workspace.ts'

stopWithLaunchers()
await generate()
await build()
const { exitCode } = await runCommand({
  command: process.execPath,
  arguments: [fromRoot('bench/src/main.ts'), ...process.argv.slice(2)],
  live: true,
})
process.exitCode = exitCode
