import { createServer } from 'node:net'
import path from 'node:path'
import {
  applicationRole,
  databaseName,
  ensureCluster,
  ownerRole,
  readPasswords,
  type Passwords,
} from './embedded/bootstrap.ts'
import { inWords, placeOf, prepareFolder, serverFiles, type ServerFolder } from './embedded/folder.ts'
import { clearLeftServer, readyServer, startPostmaster, type Postmaster } from './embedded/postmaster.ts'
import { reachablePrograms, type Programs } from './embedded/programs.ts'
import { runningStarter, takeStarterLock } from './embedded/starter-lock.ts'
import { DatabaseFault, errorCode } from './fault.ts'

export interface EmbeddedOptions {
  /** The server keeps everything below `<dataDir>/postgres`. */
  readonly dataDir: string
  /** A free one unless given. */
  readonly port?: number
  /** More settings of the server, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string | number>>
}

export interface EmbeddedAddresses {
  /** For the application: the restricted role. */
  readonly appUrl: string
  /** For migrations: the owner of the tables. */
  readonly ownerUrl: string
}

export interface EmbeddedPostgres extends EmbeddedAddresses {
  /** Where the data lie. */
  readonly folder: string
  /** What whoever runs the program should know, one line each. */
  readonly notes: readonly string[]
  /** Fulfilled when the server has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Fast shutdown; fulfilled when no process is left. Safe to call twice. */
  stop(): Promise<void>
}

/** Listens on this machine only, and keeps values that people typed out of its log: those stand in errors. */
const baseSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: 0,
} as const

/**
 * Starts the PostgreSQL that comes with the packages on a data folder, made on first use. When this process ends,
 * however that happens, the server shuts down too; one that was left behind nevertheless is stopped by the next
 * start. Throws a `DatabaseFault` of one line: folder in use or not writable, port taken, data of another version.
 */
export async function startEmbeddedPostgres({
  dataDir,
  port,
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = prepareFolder(dataDir)
  const unlock = inWords(folder.root, () => takeStarterLock(folder.lockFile, path.resolve(dataDir)))
  try {
    await clearLeftServer(folder.cluster)
    const programs = inWords(folder.place, () => reachablePrograms(folder.user, folder.place))
    const passwords = inWords(folder.place, () => ensureCluster(folder, programs))
    const { postmaster, port: boundPort } = await startOnPort(folder, programs, settings, port)
    void postmaster.ended.then(unlock)
    return {
      ...addresses(passwords, boundPort),
      folder: folder.cluster,
      notes: folder.notes,
      ended: postmaster.ended,
      stop: () => postmaster.stop(),
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The addresses of the server that another process runs on a data folder now; undefined when none does. */
export function findEmbeddedPostgres(dataDir: string): EmbeddedAddresses | undefined {
  const { passwordsFile, lockFile } = serverFiles(dataDir)
  const server = runningStarter(lockFile) && readyServer(path.join(placeOf(dataDir), 'cluster'))
  const passwords = server && readPasswords(passwordsFile)
  return passwords && addresses(passwords, server.port)
}

const attempts = 5

/** A port that was free a moment ago may be taken by now, so one that was not asked for is tried anew. */
async function startOnPort(
  folder: ServerFolder,
  programs: Programs,
  settings: Readonly<Record<string, string | number>>,
  wanted: number | undefined,
): Promise<{ postmaster: Postmaster; port: number }> {
  const start = async (port: number) => ({
    port,
    postmaster: await startPostmaster({
      program: programs.postgres,
      cluster: folder.cluster,
      logFile: folder.logFile,
      user: folder.user,
      settings: { ...baseSettings, ...settings, port },
    }),
  })
  if (wanted !== undefined) return start(await freePort(wanted))
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    const started = await start(await freePort(0)).catch((error: unknown) => {
      if (error instanceof DatabaseFault && /listen|in use/.test(error.message)) return undefined
      throw error
    })
    if (started) return started
  }
  return start(await freePort(0))
}

/** The port itself when it is free; for 0 any free one. */
function freePort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      const taken = errorCode(error) === 'EADDRINUSE'
      reject(
        new DatabaseFault(
          `Port ${String(port)} for PostgreSQL ${taken ? 'is taken' : 'cannot be used'}. Choose another.`,
          { cause: error },
        ),
      )
    })
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

function addresses({ owner, app }: Passwords, port: number): EmbeddedAddresses {
  const address = (role: string, password: string): string =>
    `postgresql://${role}:${password}@127.0.0.1:${String(port)}/${databaseName}`
  return { ownerUrl: address(ownerRole, owner), appUrl: address(applicationRole, app) }
}
