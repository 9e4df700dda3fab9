import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { errorCode } from '../fault.ts'
import { inDatabase, templateDatabase } from './server.ts'

export interface TestDatabase {
  /** Address of the restricted role that the application runs as. */
  readonly appUrl: string
  /** Address of the owner of the tables. */
  readonly ownerUrl: string
  /** Removes the database, whoever is still connected. */
  drop(): Promise<void>
}

export interface TestDatabaseOptions {
  /** `false` for a database without a table; migrated and with reference content unless given. */
  readonly migrated?: boolean
}

/** A database of one's own on the test server (see `testing/server`), a copy of the migrated template. */
export async function createTestDatabase({
  migrated = true,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { TEST_POSTGRES_URL: ownerTemplate, TEST_POSTGRES_APP_URL: appTemplate } = process.env
  if (!ownerTemplate || !appTemplate) {
    throw new Error(
      'There is no test server. Name prisma/testing/server.ts in globalSetup, or call startTestServer().',
    )
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const template = migrated ? templateDatabase : 'template0'
  const admin = inDatabase(ownerTemplate, 'postgres')
  await runOn(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    appUrl: inDatabase(appTemplate, name),
    ownerUrl: inDatabase(ownerTemplate, name),
    drop: () => dropDatabase(admin, name),
  }
}

/** Runs the work with a connection of each role to a new migrated database, which goes afterwards. */
export async function withTwoRoles<T>(
  work: (roles: { readonly app: pg.Client; readonly owner: pg.Client }) => Promise<T>,
): Promise<T> {
  const database = await createTestDatabase()
  const app = new pg.Client({ connectionString: database.appUrl })
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  try {
    await Promise.all([app.connect(), owner.connect()])
    return await work({ app, owner })
  } finally {
    await Promise.all([app.end(), owner.end()])
    await database.drop()
  }
}

/** How often, and how many milliseconds apart, a database is tried to be removed. */
const drops = { tries: 100, every: 50 }

/**
 * A pool that is closed does not wait until the server has ended its connections, and the owner may not end those of the
 * restricted role: they are gone in a moment.
 */
async function dropDatabase(admin: string, name: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await runOn(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      return
    } catch (error) {
      if (errorCode(error) !== '42501' || tried >= drops.tries) throw error
      await wait(drops.every)
    }
  }
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
