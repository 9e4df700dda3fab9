import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../embedded.ts'
import { migrateDatabase } from '../migrate.ts'

export interface TestServer {
  /** Address of the owner, in the migrated template. */
  readonly url: string
  /** Address of the restricted role, in the migrated template. */
  readonly appUrl: string
  stop(): Promise<void>
}

/** The database that every test database is a copy of. */
export const templateDatabase = 'connect_template'

/**
 * Nothing of it has to outlive a crash. A vacuum that begins by itself runs as the superuser, and the owner of a
 * database may not end it when the database is to be dropped.
 */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: 300,
}

/**
 * One server for a whole test run, in a folder that goes with it, with a migrated template. Publishes the addresses
 * as `TEST_POSTGRES_URL` and `TEST_POSTGRES_APP_URL`, which child processes inherit.
 */
export async function startTestServer(): Promise<TestServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'connect-postgres-'))
  // The server may run as another user, who has to get in.
  await chmod(folder, 0o711)
  const server = await startEmbeddedPostgres({ dataDir: folder, settings: forgetful })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.ownerUrl)
    const url = inDatabase(server.ownerUrl, templateDatabase)
    const appUrl = inDatabase(server.appUrl, templateDatabase)
    await migrateDatabase({ migrationUrl: url, appRole: new URL(appUrl).username })
    process.env['TEST_POSTGRES_URL'] = url
    process.env['TEST_POSTGRES_APP_URL'] = appUrl
    return { url, appUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The same address with another database. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function makeTemplate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${templateDatabase}`)
  } finally {
    await client.end()
  }
}

/** For vitest's `globalSetup`. A server that is already published (one for several runs) is used as it is. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env['TEST_POSTGRES_URL'] !== undefined) return async () => undefined
  const server = await startTestServer()
  return () => server.stop()
}
