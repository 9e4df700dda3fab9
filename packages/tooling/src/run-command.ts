import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname } from 'node:path'
import { rootDirectory } from './workspace.ts'

export interface Command {
  command: string
  arguments?: readonly string[]
  cwd?: string
  /** Beside what this process has; `undefined` takes a variable away. */
  environment?: Record<string, string | undefined>
  /** Gets everything that the command writes. */
  logFile?: string
  /** Shows the output while it runs, too. */
  live?: boolean
}

export interface CommandResult {
  exitCode: number
  output: string
  milliseconds: number
}

const running = new Set<ChildProcess>()
let stoppedBy: 'SIGINT' | 'SIGTERM' | null = null

/** Whoever stops us wants the commands stopped, too, and none started after them. */
function stopWithChildren(signal: 'SIGINT' | 'SIGTERM'): void {
  stoppedBy = signal
  for (const { pid } of running) {
    // The group, because the command may be a shell script with the program below it.
    if (pid !== undefined) process.kill(-pid, signal)
  }
}

function watch(child: ChildProcess): void {
  if (running.size === 0) {
    process.on('SIGINT', stopWithChildren)
    process.on('SIGTERM', stopWithChildren)
  }
  running.add(child)
}

function unwatch(child: ChildProcess): void {
  running.delete(child)
  if (running.size > 0) return
  if (stoppedBy !== null) process.exit(128 + constants.signals[stoppedBy])
  process.off('SIGINT', stopWithChildren)
  process.off('SIGTERM', stopWithChildren)
}

/**
 * Runs a command to its end. A command that cannot be started, or that a signal ended, has a non-zero exit code like
 * any other failure; nothing is thrown. When this process is told to stop, the command is, too, and then this process
 * exits.
 */
export async function runCommand(request: Command): Promise<CommandResult> {
  const started = performance.now()
  if (request.logFile !== undefined) mkdirSync(dirname(request.logFile), { recursive: true })
  const log = request.logFile === undefined ? null : createWriteStream(request.logFile)
  const chunks: Buffer[] = []
  const take = (chunk: Buffer): void => {
    chunks.push(chunk)
    log?.write(chunk)
    if (request.live === true) process.stdout.write(chunk)
  }
  const exitCode = await new Promise<number>((resolve) => {
    const child = spawn(request.command, [...(request.arguments ?? [])], {
      cwd: request.cwd ?? rootDirectory,
      env: { ...process.env, NO_COLOR: '1', ...request.environment },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    watch(child)
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => {
      unwatch(child)
      take(Buffer.from(`${request.command}: ${error.message}\n`))
      resolve(127)
    })
    child.on('close', (code, signal) => {
      unwatch(child)
      if (signal !== null) take(Buffer.from(`${request.command}: ended by ${signal}\n`))
      resolve(code ?? 1)
    })
  })
  await new Promise<void>((resolve) => (log === null ? resolve() : log.end(resolve)))
  return { exitCode, output: Buffer.concat(chunks).toString(), milliseconds: performance.now() - started }
}
