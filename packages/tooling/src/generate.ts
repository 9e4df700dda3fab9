// `pnpm generate`: what is made from other files and is not committed, or committed and compared.
import { bringUpToDate, MakeFault } from './freshness.ts'
import { runCommand } from './run-command.ts'
import { fromRoot, packageBinary } from './workspace.ts'

async function generateDatabaseClient(): Promise<void> {
  const { exitCode, output } = await runCommand({
    command: packageBinary('prisma', 'prisma'),
    arguments: ['generate', '--config', 'prisma.config.ts'],
    cwd: fromRoot('prisma'),
    // Without these the command asks the network whether a newer version exists.
    environment: { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  if (exitCode !== 0) throw new MakeFault(`The database client could not be generated.\n${output.trimEnd()}`)
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

if (import.meta.main) await generate()
