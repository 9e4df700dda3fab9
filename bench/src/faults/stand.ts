import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@connect/prisma/embedded'
import { migrateDatabase } from '@connect/prisma/migrate'
import pg from 'pg'
import { createHttpClient, type Answer } from '../client/http-client.ts'
import { startServer, type ServerProcess } from '../portal/child-process.ts'
import { openGateway, type Gateway } from './gateway.ts'
import { openMailbox, type Mailbox } from './mailbox.ts'

interface SendOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A server, its database and its mail server, each of which can be taken away and given back. */
export interface Stand {
  readonly gateway: Gateway
  readonly mailbox: Mailbox
  readonly address: () => string
  readonly ownerUrl: () => string
  /** Settings with which a command finds database and keys. */
  readonly environment: () => Readonly<Record<string, string>>
  /** Sends one request on a connection of its own. Throws when the connection ends before the answer does. */
  send(method: string, path: string, options?: SendOptions): Promise<Answer>
  /** Asks the database itself, as the owner of the tables. */
  query<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>
  /** Kills the server with signal 9. */
  killServer(): Promise<void>
  /** Starts it again, under the same address. */
  startServer(): Promise<void>
  /** In order: what runs is broken off, what is committed is written down. */
  stopDatabase(): Promise<void>
  /** Without a farewell: the next start has to read its log. */
  crashDatabase(): Promise<void>
  startDatabase(): Promise<void>
  stop(): Promise<void>
}

/** Logs of servers, and what clients noted. */
export const logFolder = path.resolve(import.meta.dirname, '../../../test-results/faults')

/**
 * Starts all three with the settings of every day, on a folder that goes at the end; logs stay in test-results/faults under
 * a name.
 */
export async function startStand(name = 'server', folder?: string): Promise<Stand> {
  mkdirSync(logFolder, { recursive: true })
  const dataDir = folder ?? mkdtempSync(path.join(tmpdir(), 'connect-faults-'))
  // The database server may run as another user, who has to get in.
  chmodSync(dataDir, 0o711)
  let database: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir })
  const { username, password } = new URL(database.appUrl)
  await migrateDatabase({ migrationUrl: database.ownerUrl, appRole: username, appPassword: password })
  const gateway = await openGateway(() => Number(new URL(database.appUrl).port))
  const mailbox = await openMailbox()
  let server: ServerProcess | undefined
  let starts = 0
  let port = '0'
  let owner = connectOwner(database)

  const environment = (): Readonly<Record<string, string>> => {
    const url = new URL(database.appUrl)
    url.port = String(gateway.port)
    return { DATA_DIR: dataDir, DATABASE_URL: url.href, SCANNER: 'none' }
  }
  const stand: Stand = {
    gateway,
    mailbox,
    address: () => `http://127.0.0.1:${port}`,
    ownerUrl: () => database.ownerUrl,
    environment,
    async send(method, url, options) {
      const client = createHttpClient(stand.address())
      try {
        return await client.send(method, `/api/v1${url}`, options)
      } finally {
        client.close()
      }
    },
    async query<Row extends object>(statement: string, values: readonly unknown[] = []) {
      return (await owner.query<Row>(statement, [...values])).rows
    },
    async killServer() {
      await server?.kill()
      server = undefined
    },
    async startServer() {
      starts += 1
      server = await startServer({
        script: 'apps/api/src/server.ts',
        environment: {
          ...environment(),
          PORT: port,
          HOST: '127.0.0.1',
          // Each request comes from somebody else, so that no limit by address is met.
          TRUSTED_PROXIES: '127.0.0.1',
          SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
          MAIL_FROM: 'connect@example.org',
          // Pages are nobody's business here.
          WEB_ROOT: path.join(dataDir, 'no-pages'),
        },
        logFile: path.join(logFolder, `${name}-${starts}.log`),
      })
      ;({ port } = new URL(server.address))
    },
    async stopDatabase() {
      await database.stop()
      await endOwner()
      await gateway.close()
    },
    async crashDatabase() {
      const [pid] = readFileSync(path.join(database.folder, 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGQUIT')
      await database.ended
      await endOwner()
      await gateway.close()
    },
    async startDatabase() {
      database = await startEmbeddedPostgres({ dataDir })
      owner = connectOwner(database)
      await gateway.open()
    },
    async stop() {
      await server?.stop()
      await endOwner()
      await gateway.close().catch(() => undefined)
      await mailbox.close()
      await database.stop()
      if (folder === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }

  async function endOwner(): Promise<void> {
    await owner.end().catch(() => undefined)
  }

  try {
    await stand.startServer()
    return stand
  } catch (error) {
    await stand.stop()
    throw error
  }
}

function connectOwner({ ownerUrl }: EmbeddedPostgres): pg.Pool {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  // A server that goes away takes idle connections with it, and is meant to.
  pool.on('error', () => undefined)
  return pool
}
