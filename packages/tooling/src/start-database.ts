import { isAbsolute, relative, sep } from 'node:path'
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

async function migrate(migrationUrl: string, appUrl: string, isDemo: boolean): Promise<string[]> {
  const { username, password } = URL.canParse(appUrl) ? new URL(appUrl) : { username: '', password: '' }
  const { applied, warnings } = await migrateDatabase({
    migrationUrl,
    appRole: username === '' ? undefined : decodeURIComponent(username),
    appPassword: password === '' ? undefined : decodeURIComponent(password),
    demo: isDemo,
  })
  return [...(applied.length > 0 ? [`The database is migrated (${applied.join(', ')}).`] : []), ...warnings]
}

/** The database lies elsewhere when the user that it runs as cannot reach the data folder. */
export function placeOf(folder: string, dataDir: string): string {
  const way = relative(dataDir, folder)
  const isInside = way.split(sep)[0] !== '..' && !isAbsolute(way)
  return isInside ? dataDir : `${folder}, the keys in ${dataDir}`
}

/** A migrated database: the one that is set, or an embedded one below the data folder. Throws DatabaseFault. */
export async function openDatabase({
  databaseUrl,
  migrationUrl,
  dataDir,
  isDemo,
}: StartSettings): Promise<OpenedDatabase> {
  if (databaseUrl !== undefined) {
    return {
      url: databaseUrl,
      place: `the database that DATABASE_URL names, the keys in ${dataDir}`,
      notes: await migrate(migrationUrl ?? databaseUrl, databaseUrl, isDemo),
      ended: new Promise<void>(() => undefined),
      stop: () => Promise.resolve(),
    }
  }
  const embedded = await startEmbeddedPostgres({ dataDir })
  try {
    const notes = [...embedded.notes, ...(await migrate(embedded.ownerUrl, embedded.appUrl, isDemo))]
    return {
      url: embedded.appUrl,
      place: placeOf(embedded.folder, dataDir),
      notes,
      ended: embedded.ended,
      stop: () => embedded.stop(),
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
