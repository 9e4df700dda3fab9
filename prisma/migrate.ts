import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connectionFault, DatabaseFault, errorCode, faultLine, parseDatabaseUrl } from './fault.ts'
import { grantAppRole } from './grants.ts'
import { readMigrations, type Migration } from './migrations-folder.ts'
import { installQueue, queueSchema } from './queue.ts'
import { loadReferenceContent } from './reference-content.ts'
import { seedDemo } from './seed.ts'
import { databaseState } from './state.ts'

export interface MigrateOptions {
  /** Address of the owner of the tables. */
  readonly migrationUrl: string
  /** The restricted role that the application runs as: it gets its rights here. */
  readonly appRole?: string | undefined
  /** For making that role when it is absent; printable ASCII. */
  readonly appPassword?: string | undefined
  /** Whether to load what only a demonstration shows. */
  readonly demo?: boolean
  /** The migrations to bring the database to; those of this code unless given. */
  readonly migrations?: readonly Migration[]
}

export interface MigrateResult {
  /** Names of the migrations applied now, oldest first. */
  readonly applied: string[]
  /** What whoever runs the program should know, one line each. */
  readonly warnings: string[]
}

/** Any number will do, as long as nothing else in the database takes it. */
const migrationLock = 7_266_268_001

/** Milliseconds. Another instance may be migrating; a table may be in use. */
const waitForOthers = 60_000
const waitForTable = 10_000

/**
 * Brings the database to this code: applies what is missing, each migration in one transaction with its entry in
 * `_prisma_migrations` (which stays as the stock Prisma command keeps it), installs the queue, gives the restricted role
 * its rights, and loads reference content that is absent. Safe to call by several instances at once.
 *
 * Throws a `DatabaseFault` when the server cannot be reached, when the database is migrated further than the code or
 * holds tables that are not ours, and when a migration fails; what had been applied before stays.
 */
export async function migrateDatabase(options: MigrateOptions): Promise<MigrateResult> {
  const migrations = options.migrations ?? readMigrations()
  return withMigrationLock(options.migrationUrl, async (owner) => {
    const applied = await applyMissing(owner, migrations)
    await installQueue(owner)
    const { appRole, appPassword } = options
    const warnings =
      appRole === undefined ? [] : await grantAppRole(owner, { name: appRole, password: appPassword })
    await loadReferenceContent(owner)
    if (options.demo === true) await seedDemo(owner)
    return { applied, warnings }
  })
}

/** Throws away every table and all that is in them, then migrates anew. */
export async function resetDatabase(options: MigrateOptions): Promise<MigrateResult> {
  await withMigrationLock(options.migrationUrl, async (owner) => {
    await owner.query(
      `DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS ${queueSchema} CASCADE`,
    )
  })
  return migrateDatabase(options)
}

/** Runs the work on a connection of the owner while no other instance migrates. */
export async function withMigrationLock<T>(
  migrationUrl: string,
  work: (owner: pg.Client) => Promise<T>,
): Promise<T> {
  const url = parseDatabaseUrl(migrationUrl, 'MIGRATION_DATABASE_URL')
  const owner = new pg.Client({
    connectionString: migrationUrl,
    application_name: 'connect-migrate',
    connectionTimeoutMillis: 5000,
    lock_timeout: waitForOthers,
  })
  // A connection that breaks also fails the statement that runs, and that is where it is told.
  owner.on('error', () => undefined)
  try {
    await owner.connect()
  } catch (error) {
    await owner.end().catch(() => undefined)
    throw connectionFault(error, url)
  }
  try {
    await waitForTurn(owner)
    await owner.query(`SET lock_timeout = ${String(waitForTable)}`)
    return await work(owner)
  } catch (error) {
    throw readableFault(error, url)
  } finally {
    await owner.end().catch(() => undefined)
  }
}

async function waitForTurn(owner: pg.Client): Promise<void> {
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [migrationLock])
  } catch (error) {
    if (errorCode(error) !== '55P03') throw error
    throw new DatabaseFault(
      'Another instance has been migrating this database for a minute. Try again when it is done.',
      { cause: error },
    )
  }
}

async function applyMissing(owner: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const { state, detail } = await databaseState(owner, migrations)
  if (state === 'current') return []
  if (state === 'ahead')
    throw new DatabaseFault(`${detail} Run the version of ConneCT that wrote it, or a newer one.`)
  if (state === 'failed') throw new DatabaseFault(detail)

  await owner.query(historyTable)
  const { rows } = await owner.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const done = new Set(rows.map(({ migration_name }) => migration_name))
  const missing = migrations.filter(({ name }) => !done.has(name))
  for (const migration of missing) await applyOne(owner, migration)
  return missing.map(({ name }) => name)
}

/**
 * Script and entry commit together. The stock engine writes the entry before and after, so that a process killed in
 * between leaves a history which a person has to mend.
 */
async function applyOne(owner: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  try {
    await owner.query('BEGIN')
    await owner.query(script)
    await owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await owner.query('COMMIT')
  } catch (error) {
    await owner.query('ROLLBACK').catch(() => undefined)
    if (errorCode(error) === '42501') throw error
    throw new DatabaseFault(`Migration ${name} failed and was undone: ${faultLine(error)}.`, { cause: error })
  }
}

function readableFault(error: unknown, url: URL): Error {
  if (error instanceof DatabaseFault) return error
  const role = decodeURIComponent(url.username)
  switch (errorCode(error)) {
    case '42501':
      return new DatabaseFault(
        `Role "${role}" may not change the database (${faultLine(error)}). Set MIGRATION_DATABASE_URL to the owner.`,
        { cause: error },
      )
    default:
      return new DatabaseFault(`The database could not be migrated: ${faultLine(error)}.`, { cause: error })
  }
}

/** As the stock Prisma command makes it. */
const historyTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`
