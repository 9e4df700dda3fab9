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
  /** `DEMO`, on by default with the embedded server only: nothing in it that anybody would miss. */
  readonly isDemo: boolean
  /** What whoever runs the command should know, one line each. */
  readonly notes: readonly string[]
  /** Stops the embedded server when this command started it. */
  close(): Promise<void>
}

/** `DATA_DIR`, from the working directory on unless absolute, as the server's config.ts reads it; `.data` unless set. */
function dataDirOf(settings: Settings): string {
  return path.resolve(given(settings.DATA_DIR) ?? '.data')
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
  if (url) return target(url, migrationUrl ?? url, given(settings.DEMO) === '1')
  if (migrationUrl)
    throw new DatabaseFault('MIGRATION_DATABASE_URL is set and DATABASE_URL is not. Set both, or neither.')

  const dataDir = dataDirOf(settings)
  const isDemo = given(settings.DEMO) !== '0'
  const running = findEmbeddedPostgres(dataDir)
  if (running) return target(running.appUrl, running.ownerUrl, isDemo)
  const started = await startEmbeddedPostgres({ dataDir })
  return {
    ...target(started.appUrl, started.ownerUrl, isDemo),
    notes: started.notes,
    close: () => started.stop(),
  }
}

function target(url: string, migrationUrl: string, isDemo: boolean): Target {
  const { username, password } = parseDatabaseUrl(url, 'DATABASE_URL')
  if (username === '')
    throw new DatabaseFault('DATABASE_URL names no role: postgresql://role:password@host:5432/database.')
  return {
    migrationUrl,
    appRole: decodeURIComponent(username),
    appPassword: given(decodeURIComponent(password)),
    isDemo,
    notes: [],
    close: () => Promise.resolve(),
  }
}
