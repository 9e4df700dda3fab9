// `pnpm generate`: the database client, which is not committed, then what is: the list of the kinds of change, the
// OpenAPI document of the running routes and the types of our own client.
import { readFileSync } from 'node:fs'
import { bringUpToDate, MakeFault } from './freshness.ts'
import { runScript } from './package-script.ts'
import type { CommandResult } from './run-command.ts'
import { fromRoot } from './workspace.ts'

async function make(what: string, work: Promise<CommandResult>): Promise<void> {
  const { exitCode, output } = await work
  if (exitCode !== 0) throw new MakeFault(`The ${what} could not be generated.\n${output.trimEnd()}`)
}

const generateDatabaseClient = (): Promise<void> => {
  // Without these the command asks the network whether a newer version exists.
  const environment = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  return make('database client', runScript('prisma', 'generate', { environment }))
}

/** Generates the database client when its schema has changed since the last time. */
export async function generate(): Promise<void> {
  await bringUpToDate({
    name: 'database-client',
    madeFrom: ['prisma/schema', 'prisma/prisma.config.ts', 'prisma/package.json'],
    result: 'prisma/generated/client.ts',
    make: generateDatabaseClient,
  })
}

const interfaceFiles = [
  'packages/contract/src/changes/change-types.gen.ts',
  'apps/api/openapi.json',
  'packages/client/src/schema.gen.ts',
]

/**
 * Writes the list of the kinds of change, the OpenAPI document and, from it, the client's types. Answers with the files
 * that changed by it: none when what is committed is what the declarations and the routes say.
 */
export async function generateInterface(): Promise<string[]> {
  const before = interfaceFiles.map((file) => readFileSync(fromRoot(file), 'utf8'))
  await make('list of the kinds of change', runScript('packages/contract', 'generate'))
  await make('OpenAPI document', runScript('apps/api', 'generate'))
  await make('client', runScript('packages/client', 'generate'))
  return interfaceFiles.filter((file, index) => readFileSync(fromRoot(file), 'utf8') !== before[index])
}

if (import.meta.main) {
  await generate()
  for (const file of await generateInterface()) console.log(`${file} has changed.`)
}
