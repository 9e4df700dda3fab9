import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '@connect/prisma/embedded'
import { migrateDatabase } from '@connect/prisma/migrate'
import { startServer } from './child-process.ts'

/** One server on a database of its own, as `pnpm start` runs them. */
export interface Portal {
  readonly address: string
  /** Opens `GET /metrics`. */
  readonly metricsToken: string
  readonly databaseUrl: string
  /** Of whoever owns the tables. */
  readonly ownerUrl: string
  /** The keys that the server made for its database. */
  readonly keysFile: string
  /** Settings with which a command finds database and keys. */
  readonly settings: Readonly<Record<string, string>>
  stop(): Promise<void>
}

const rootDirectory = path.resolve(import.meta.dirname, '../../..')

export const logFolder = path.join(rootDirectory, 'test-results/bench')

/**
 * Starts an embedded PostgreSQL and the server, both with the settings of every day but for one: forwarded addresses
 * are believed from this machine, so that each request comes from somebody else and no limit by address is met.
 * All of it goes at the end, but for the log in test-results/bench, which has the name.
 */
export async function startPortal(
  name = 'server',
  environment: Readonly<Record<string, string>> = {},
): Promise<Portal> {
  mkdirSync(logFolder, { recursive: true })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'connect-bench-'))
  // The database server may run as another user, who has to get in.
  chmodSync(dataDir, 0o711)
  const started: { stop(): Promise<void> }[] = []
  const stop = async (): Promise<void> => {
    for (const part of started.splice(0).toReversed()) await part.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const database = await startEmbeddedPostgres({ dataDir })
    started.push(database)
    const { username, password } = new URL(database.appUrl)
    await migrateDatabase({ migrationUrl: database.ownerUrl, appRole: username, appPassword: password })
    // A copy: a build that somebody starts meanwhile takes the files away.
    const pages = path.join(dataDir, 'pages')
    cpSync(path.join(rootDirectory, 'apps/web/dist'), pages, { recursive: true })
    const metricsToken = randomBytes(24).toString('base64url')
    const settings = { DATA_DIR: dataDir, DATABASE_URL: database.appUrl, SCANNER: 'none' }
    const server = await startServer({
      script: 'apps/api/src/server.ts',
      environment: {
        ...environment,
        ...settings,
        PORT: '0',
        HOST: '127.0.0.1',
        WEB_ROOT: pages,
        TRUSTED_PROXIES: '127.0.0.1',
        METRICS_TOKEN: metricsToken,
      },
      logFile: path.join(logFolder, `${name}.log`),
    })
    started.push(server)
    return {
      address: server.address,
      metricsToken,
      databaseUrl: database.appUrl,
      ownerUrl: database.ownerUrl,
      keysFile: path.join(dataDir, 'keys.json'),
      settings,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
