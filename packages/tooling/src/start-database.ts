import { startEmbeddedPostgres } from '@connect/prisma/embedded'
import { migrateDatabase } from '@connect/prisma/migrate'
import type { StartSettings } from './start-settings.ts'

export interface OpenedDatabase {
  /** For the server: the restricted role. */
  readonly url: string
  /** Where the data lie, for people. */
  readonly place: string
  /** What whoever runs this should know, one line each. */
  readonly notes: readonly string[]
  /** Never fulfilled for a database that is not ours to watch. */
  readonly ended: Promise<void>
  stop: () => Promise<void>
}

async function migrate(migrationUrl: string, appUrl: string): Promise<string[]> {
  const { username, password } = URL.canParse(appUrl) ? new URL(appUrl) : { username: '', password: '' }
  const { applied, warnings } = await migrateDatabase({
    migrationUrl,
    appRole: username === '' ? undefined : decodeURIComponent(username),
    appPassword: password === '' ? undefined : decodeURIComponent(password),
  })
  return [...(applied.length > 0 ? [`The database is migrated (${applied.join(', ')}).`] : []), ...warnings]
}

/** A migrated database: the one that is set, or an embedded one below the data folder. Throws DatabaseFault. */
export async function openDatabase({
  databaseUrl,
  migrationUrl,
  dataDir,
}: StartSettings): Promise<OpenedDatabase> {
  if (databaseUrl !== undefined) {
    return {
      url: databaseUrl,
      place: `the database that DATABASE_URL names, the keys in ${dataDir}`,
      notes: await migrate(migrationUrl ?? databaseUrl, databaseUrl),
      ended: new Promise<void>(() => undefined),
      stop: () => Promise.resolve(),
    }
  }
  const embedded = await startEmbeddedPostgres({ dataDir })
  try {
    const notes = [...embedded.notes, ...(await migrate(embedded.ownerUrl, embedded.appUrl))]
    return { url: embedded.appUrl, place: dataDir, notes, ended: embedded.ended, stop: () => embedded.stop() }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
