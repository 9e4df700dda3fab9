import type { PrismaClient } from '@connect/prisma/client'
import { connectDatabase, type Database } from '@connect/prisma/connect'
import { findEmbeddedPostgres, startEmbeddedPostgres } from '@connect/prisma/embedded'

export interface CommandDatabase {
  readonly prisma: PrismaClient
  readonly pool: Database['pool']
  /** Closes the connections, and the server where it was started for the command. */
  close(): Promise<void>
}

/** The database of the settings: the one of the address, else the embedded one of the data folder. */
export async function openCommandDatabase(settings: {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
}): Promise<CommandDatabase> {
  const server = settings.databaseUrl === undefined ? await openEmbedded(settings.dataDir) : undefined
  const database = connectDatabase({
    url: settings.databaseUrl ?? server?.appUrl ?? '',
    poolSize: 2,
  })
  return {
    prisma: database.prisma,
    pool: database.pool,
    async close() {
      await database.close()
      await server?.stop()
    },
  }
}

/** The running server of the data folder, or one started for this command alone. */
async function openEmbedded(
  dataDir: string,
): Promise<{ readonly appUrl: string; readonly stop: () => Promise<void> }> {
  const running = findEmbeddedPostgres(dataDir)
  return running ? { ...running, stop: () => Promise.resolve() } : startEmbeddedPostgres({ dataDir })
}
