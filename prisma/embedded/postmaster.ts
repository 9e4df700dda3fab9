import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseFault } from '../fault.ts'
import { commandLineOf, identifyProcess, isRunning } from './process-identity.ts'
import type { SystemUser } from './programs.ts'

export interface PostmasterOptions {
  readonly program: string
  readonly cluster: string
  readonly logFile: string
  readonly user: SystemUser
  /** `-c name=value` of the server. */
  readonly settings: Readonly<Record<string, string | number>>
}

export interface Postmaster {
  /** Fulfilled when the server has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Fast shutdown: running statements are cut off, what was committed is kept. */
  stop(): Promise<void>
}

/** Milliseconds. After a crash the server first replays its log. */
const startPatience = 60_000
const stopPatience = 15_000
const pollEvery = 10

/**
 * Runs the server as the process itself, and beside it a reader of a pipe that only this process holds: when this
 * process ends in any way, kill -9 included, the pipe breaks and the reader shuts the server down. A line through
 * the pipe sends the reader home. The server has a session of its own, so Ctrl-C does not reach it before its users.
 */
const guardedServer = 'server=$$; ( ( read -r line <&3 || kill -INT $server ) & ); exec 3<&-; exec "$@"'

/** Starts the server and waits until it takes connections. Throws with the server's own last words. */
export async function startPostmaster({
  program,
  cluster,
  logFile,
  user,
  settings,
}: PostmasterOptions): Promise<Postmaster> {
  rotateLog(logFile)
  const log = openSync(logFile, 'a', 0o600)
  const logBegins = statSync(logFile).size
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`])
  const child = spawn('/bin/sh', ['-c', guardedServer, 'sh', program, '-D', cluster, ...flags], {
    ...user,
    cwd: cluster,
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['ignore', log, log, 'pipe'],
  })
  closeSync(log)
  const ended = whenEnded(child)
  const isReady = await Promise.race([waitUntilReady(cluster, child), ended.then(() => false)])
  if (!isReady) {
    child.kill('SIGQUIT')
    await ended
    throw new DatabaseFault(
      `PostgreSQL did not start: ${lastWords(logFile, logBegins)} The log is ${logFile}.`,
    )
  }
  return {
    ended,
    async stop() {
      for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
        if (child.exitCode !== null || child.signalCode !== null) return
        child.kill(signal)
        await Promise.race([ended, pause(stopPatience, undefined, { ref: false })])
      }
    },
  }
}

/**
 * Makes way for a new server: stops one that its starter left behind, and removes the pid file of one that was
 * killed. To be called by the holder of the starter lock only, so no server here has anybody left who wants it.
 */
export async function clearLeftServer(cluster: string): Promise<void> {
  const left = readPidFile(cluster)
  if (!left) return
  const server = identifyProcess(left.pid)
  const isOurs = server !== undefined && commandLineOf(left.pid).includes(cluster)
  if (isOurs) {
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      if (isRunning(server)) process.kill(server.pid, signal)
      const deadline = Date.now() + stopPatience
      while (isRunning(server) && Date.now() < deadline) await pause(pollEvery)
    }
    if (isRunning(server)) {
      throw new DatabaseFault(
        `A PostgreSQL left behind in ${cluster} (process ${String(left.pid)}) does not end. Stop it by hand.`,
      )
    }
  }
  // Otherwise the number may belong to another process by now, and the server would refuse to start over it.
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
}

/** The number and port of the server that runs on a cluster and takes connections. */
export function readyServer(cluster: string): { pid: number; port: number } | undefined {
  const found = readPidFile(cluster)
  return found?.status === 'ready' && identifyProcess(found.pid) ? found : undefined
}

/** Lines of the file: pid, data folder, start time, port, socket folder, address, shared memory, status. */
function readPidFile(cluster: string): { pid: number; port: number; status: string } | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' } : undefined
  } catch {
    return undefined
  }
}

async function waitUntilReady(cluster: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + startPatience
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    if (readyServer(cluster)?.pid === child.pid) return true
    await pause(pollEvery)
  }
  return false
}

function whenEnded(child: ChildProcess): Promise<void> {
  const pipe = child.stdio[3]
  // The reader may have gone already; that it cannot be told then is no failure.
  pipe?.on('error', () => undefined)
  return new Promise((resolve) => {
    const end = (): void => {
      if (pipe && 'end' in pipe) pipe.end('ended\n')
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })
}

const largestLog = 5 * 1024 * 1024

function rotateLog(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(logFile, `${logFile}.1`)
}

function lastWords(logFile: string, from: number): string {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').split('\n')
  const fatal = lines.findLast((line) => /FATAL|PANIC|error while loading|not found|denied/i.test(line))
  return fatal?.replace(/^.*?(FATAL|PANIC): +/, '').replace(/\.?$/, '.') ?? 'it ended without a word.'
}
