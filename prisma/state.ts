import type pg from 'pg'
import { errorCode } from './fault.ts'
import { readMigrations, type Migration } from './migrations-folder.ts'

/**
 * How the database stands to the code: `current`, `behind` (migrate it), `ahead` (migrated further than this code),
 * `empty` (no table yet), `failed` (a history that nobody should build on).
 */
export interface DatabaseState {
  readonly state: 'current' | 'behind' | 'ahead' | 'empty' | 'failed'
  /** One line for whoever runs the program. */
  readonly detail: string
}

interface AppliedMigration {
  readonly migration_name: string
  readonly checksum: string
  readonly finished: boolean
}

/** Compares the migrations folder with the database. One cheap statement; rejects when the database cannot be reached. */
export async function databaseState(
  connection: pg.Pool | pg.ClientBase,
  known: readonly Migration[] = knownMigrations(),
): Promise<DatabaseState> {
  const applied = await appliedMigrations(connection)
  if (applied === 'forbidden') {
    return {
      state: 'failed',
      detail: 'This role may not read _prisma_migrations. Run "pnpm db migrate" as the owner.',
    }
  }
  if (applied === 'none') return stateWithoutHistory(connection)
  return compare(applied, known)
}

function compare(applied: readonly AppliedMigration[], known: readonly Migration[]): DatabaseState {
  const unfinished = applied.find((migration) => !migration.finished)
  if (unfinished) {
    return { state: 'failed', detail: `Migration ${unfinished.migration_name} was begun and never finished.` }
  }
  const unknown = applied.filter(({ migration_name }) => known.every(({ name }) => name !== migration_name))
  if (unknown.length > 0) {
    const names = unknown.map(({ migration_name }) => migration_name).join(', ')
    return { state: 'ahead', detail: `The database is migrated further than this code: it has ${names}.` }
  }
  const checksums = new Map(applied.map(({ migration_name, checksum }) => [migration_name, checksum]))
  const edited = known.find(({ name, checksum }) => (checksums.get(name) ?? checksum) !== checksum)
  if (edited)
    return { state: 'failed', detail: `Migration ${edited.name} was changed after it had been applied.` }
  const missing = known.filter(({ name }) => !checksums.has(name)).map(({ name }) => name)
  if (missing.length > 0) return { state: 'behind', detail: `The database lacks ${missing.join(', ')}.` }
  return { state: 'current', detail: 'The database is migrated.' }
}

async function appliedMigrations(
  connection: pg.Pool | pg.ClientBase,
): Promise<AppliedMigration[] | 'none' | 'forbidden'> {
  try {
    const { rows } = await connection.query<AppliedMigration>(
      `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
         FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    return rows
  } catch (error) {
    if (errorCode(error) === '42P01') return 'none'
    if (errorCode(error) === '42501') return 'forbidden'
    throw error
  }
}

async function stateWithoutHistory(connection: pg.Pool | pg.ClientBase): Promise<DatabaseState> {
  const { rows } = await connection.query<{ tables: number }>(
    `SELECT count(*)::int AS tables FROM pg_catalog.pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  )
  return (rows[0]?.tables ?? 0) === 0
    ? { state: 'empty', detail: 'The database is empty.' }
    : {
        state: 'failed',
        detail: 'The database has tables, but not by migrations of ours. Give ConneCT a database of its own.',
      }
}

let read: readonly Migration[] | undefined

/** Read once: the folder does not change under a running program, and readiness is asked for often. */
function knownMigrations(): readonly Migration[] {
  read ??= readMigrations()
  return read
}
