import path from 'node:path'
import { DatabaseFault, parseDatabaseUrl } from './fault.ts'
import { findEmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'

export interface Settings {
  readonly DATABASE_URL?: string | undefined
  readonly MIGRATION_DATABASE_URL?: string | undefined
  readonly DATA_DIR?: string | undefined
  readonly DEMO?: string | undefined
}

/** The database that a command works on. */
export interface Target {
  readonly migrationUrl: string
  readonly appRole: string
  readonly appPassword: string | undefined
  /** Embedded, or said to be a demonstration: nothing in it that anybody would miss. */
  readonly isDemo: boolean
  /** Stops the embedded server when this command started it. */
  close(): Promise<void>
}

const repository = path.join(import.meta.dirname, '..')

/** `DATA_DIR`, below the repository unless absolute; `.data` unless set. */
function dataDirOf(settings: Settings): string {
  return path.resolve(repository, given(settings.DATA_DIR) ?? '.data')
}

/** An empty setting is one that is not set. */
function given(setting: string | undefined): string | undefined {
  return setting === '' ? undefined : setting
}

/**
 * The database of the settings, read as `start` reads them: the addresses when given, else the embedded server of
 * the data folder: the running one, or one started for the command.
 */
export async function openTarget(settings: Settings): Promise<Target> {
  const url = given(settings.DATABASE_URL)
  const migrationUrl = given(settings.MIGRATION_DATABASE_URL)
  const isDemo = settings.DEMO === '1' || settings.DEMO === 'true'
  if (url) return { ...roleOf(url), migrationUrl: migrationUrl ?? url, isDemo, close: async () => undefined }
  if (migrationUrl)
    throw new DatabaseFault('MIGRATION_DATABASE_URL is set and DATABASE_URL is not. Set both, or neither.')

  const dataDir = dataDirOf(settings)
  const running = findEmbeddedPostgres(dataDir)
  if (running)
    return {
      ...roleOf(running.appUrl),
      migrationUrl: running.ownerUrl,
      isDemo: true,
      close: async () => undefined,
    }
  const started = await startEmbeddedPostgres({ dataDir })
  return {
    ...roleOf(started.appUrl),
    migrationUrl: started.ownerUrl,
    isDemo: true,
    close: () => started.stop(),
  }
}

function roleOf(url: string): Pick<Target, 'appRole' | 'appPassword'> {
  const { username, password } = parseDatabaseUrl(url, 'DATABASE_URL')
  if (username === '')
    throw new DatabaseFault('DATABASE_URL names no role: postgresql://role:password@host:5432/database.')
  return { appRole: decodeURIComponent(username), appPassword: given(decodeURIComponent(password)) }
}
