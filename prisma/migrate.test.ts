import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrateDatabase, resetDatabase, withMigrationLock } from './migrate.ts'
import { readMigrations, type Migration } from './migrations-folder.ts'
import { diagnoseHistory, schemaDifference } from './schema-engine.ts'
import { databaseState } from './state.ts'
import { createTestDatabase, type TestDatabase } from './testing/database.ts'

let database: TestDatabase
let owner: pg.Client

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})

afterEach(async () => {
  await owner.end()
  await database.drop()
})

const names = readMigrations().map(({ name }) => name)

function migration(name: string, script: string): Migration {
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
}

describe('migrating', () => {
  it('brings an empty database to this code, and does nothing the second time', async () => {
    const first = await migrateDatabase({ migrationUrl: database.ownerUrl })
    expect(first.applied).toEqual(names)
    expect(await databaseState(owner)).toEqual({ state: 'current', detail: 'The database is migrated.' })

    const second = await migrateDatabase({ migrationUrl: database.ownerUrl })
    expect(second.applied).toEqual([])
  })

  it('is done once by five instances that begin at the same time', async () => {
    const results = await Promise.all(
      Array.from({ length: 5 }, () => migrateDatabase({ migrationUrl: database.ownerUrl })),
    )
    expect(results.flatMap(({ applied }) => applied)).toEqual(names)
  })

  it('keeps the history as the engine of Prisma reads it', async () => {
    await migrateDatabase({ migrationUrl: database.ownerUrl })
    expect(await diagnoseHistory(database.ownerUrl)).toMatchObject({
      hasMigrationsTable: true,
      editedMigrationNames: [],
      failedMigrationNames: [],
      history: null,
    })
  })

  it('leaves what the agency has edited and adds what is absent', async () => {
    await migrateDatabase({ migrationUrl: database.ownerUrl })
    await owner.query(`UPDATE content_document SET body = '["edited"]' WHERE kind = 'forms'`)
    await owner.query(`DELETE FROM content_document WHERE kind = 'offices'`)
    await migrateDatabase({ migrationUrl: database.ownerUrl })

    const { rows } = await owner.query<{ kind: string; body: unknown[] }>(
      'SELECT kind, body FROM content_document ORDER BY kind',
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['announcements', 'contact-lines', 'forms', 'offices'])
    expect(rows.find(({ kind }) => kind === 'forms')?.body).toEqual(['edited'])
    expect(rows.find(({ kind }) => kind === 'offices')?.body).toHaveLength(12)
  })

  it('shows the announcement of a demonstration only when asked to, and never over an edited one', async () => {
    const announcements = async (): Promise<unknown[]> => {
      const { rows } = await owner.query<{ body: unknown[] }>(
        `SELECT body FROM content_document WHERE kind = 'announcements'`,
      )
      return rows[0]?.body ?? []
    }
    await migrateDatabase({ migrationUrl: database.ownerUrl })
    expect(await announcements()).toEqual([])
    await migrateDatabase({ migrationUrl: database.ownerUrl, demo: true })
    expect(await announcements()).toHaveLength(1)
    await owner.query(`UPDATE content_document SET body = '["edited"]' WHERE kind = 'announcements'`)
    await migrateDatabase({ migrationUrl: database.ownerUrl, demo: true })
    expect(await announcements()).toEqual(['edited'])
  })

  it('throws everything away on a reset', async () => {
    await migrateDatabase({ migrationUrl: database.ownerUrl })
    await owner.query(`INSERT INTO refusal_count ("limit", minute, count) VALUES ('sign-in', now(), 1)`)
    const { applied } = await resetDatabase({ migrationUrl: database.ownerUrl })
    expect(applied).toEqual(names)
    expect((await owner.query('SELECT 1 FROM refusal_count')).rowCount).toBe(0)
  })
})

describe('a migration that fails', () => {
  it('is undone whole and named, and what came before it stays', async () => {
    const migrations = [
      migration('1_good', 'CREATE TABLE good (id int)'),
      migration('2_bad', 'CREATE TABLE half (id int); SELECT 1 / 0'),
    ]
    const attempt = migrateDatabase({ migrationUrl: database.ownerUrl, migrations })
    await expect(attempt).rejects.toThrow('Migration 2_bad failed and was undone: division by zero.')

    const { rows } = await owner.query<{ good: boolean; half: boolean }>(
      `SELECT to_regclass('good') IS NOT NULL AS good, to_regclass('half') IS NOT NULL AS half`,
    )
    expect(rows).toEqual([{ good: true, half: false }])
    expect(await databaseState(owner, migrations)).toEqual({
      state: 'behind',
      detail: 'The database lacks 2_bad.',
    })
  })
})

describe('a lock that does not come free', () => {
  it('of a table is told as that, and not as another instance that migrates', async () => {
    await owner.query('CREATE TABLE busy (id int)')
    await owner.query('BEGIN; LOCK TABLE busy')
    const attempt = withMigrationLock(database.ownerUrl, async (other) => {
      await other.query('SET lock_timeout = 50')
      await other.query('SELECT FROM busy')
    })
    await expect(attempt).rejects.toThrow(
      'The database could not be migrated: canceling statement due to lock timeout.',
    )
    await owner.query('ROLLBACK')
  })
})

describe('a database that is refused', () => {
  it('is one that was migrated further than the code; nothing in it changes', async () => {
    await migrateDatabase({ migrationUrl: database.ownerUrl })
    await owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '2099_later', now())`,
    )
    await owner.query('DELETE FROM content_document')
    const attempt = migrateDatabase({ migrationUrl: database.ownerUrl })
    await expect(attempt).rejects.toThrow(
      /^The database is migrated further than this code: it has 2099_later\./,
    )
    expect((await owner.query('SELECT 1 FROM content_document')).rowCount).toBe(0)
  })

  it('is one with tables of somebody else', async () => {
    await owner.query('CREATE TABLE invoice (id int)')
    const attempt = migrateDatabase({ migrationUrl: database.ownerUrl })
    await expect(attempt).rejects.toThrow(/has tables, but not by migrations of ours/)
  })

  it('is one that a migration was begun in and never finished', async () => {
    await migrateDatabase({ migrationUrl: database.ownerUrl })
    await owner.query('UPDATE _prisma_migrations SET finished_at = NULL')
    const attempt = migrateDatabase({ migrationUrl: database.ownerUrl })
    await expect(attempt).rejects.toThrow(/^Migration \S+ was begun and never finished\.$/)
  })

  it('is one whose applied migration was changed since', async () => {
    await migrateDatabase({ migrationUrl: database.ownerUrl })
    await owner.query(`UPDATE _prisma_migrations SET checksum = 'other'`)
    const attempt = migrateDatabase({ migrationUrl: database.ownerUrl })
    await expect(attempt).rejects.toThrow(/^Migration \S+ was changed after it had been applied\.$/)
  })
})

describe('a connection that fails', () => {
  const change = (edit: (url: URL) => void): string => {
    const url = new URL(database.ownerUrl)
    edit(url)
    return url.href
  }

  it('is told in one line without the password', async () => {
    const cases: [string, RegExp][] = [
      [change((url) => (url.password = 'wrong-secret')), /did not let role "connect_owner" in/],
      [change((url) => (url.pathname = '/nowhere')), /has no database "nowhere"/],
      [change((url) => (url.port = '1')), /at 127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/],
      ['mysql://connect:wrong-secret@127.0.0.1/connect', /^MIGRATION_DATABASE_URL is not an address like/],
    ]
    for (const [migrationUrl, line] of cases) {
      const error = await migrateDatabase({ migrationUrl }).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ name: 'DatabaseFault', message: expect.stringMatching(line) as string })
      expect(String(error)).not.toContain('wrong-secret')
      expect(String(error)).not.toContain('\n')
    }
  })

  it('says which setting helps when the role may not change the database', async () => {
    await owner.query('GRANT USAGE ON SCHEMA public TO connect_app')
    await expect(migrateDatabase({ migrationUrl: database.appUrl })).rejects.toThrow(
      /^Role "connect_app" may not change the database .*Set MIGRATION_DATABASE_URL to the owner\.$/,
    )
  })
})

describe('the schema', () => {
  it('says what the migrations say', async () => {
    expect(await schemaDifference(database.ownerUrl)).toBeNull()
  })

  it('leaves no shadow database behind', async () => {
    await schemaDifference(database.ownerUrl)
    const { rows } = await owner.query(
      `SELECT datname FROM pg_database WHERE datname LIKE 'connect_shadow_%'`,
    )
    expect(rows).toEqual([])
  })
})
