import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { rootDirectory } from './workspace.ts'

export interface Command {
  command: string
  arguments?: readonly string[]
  cwd?: string
  environment?: Record<string, string>
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
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal)
    process.exitCode = signal === 'SIGINT' ? 130 : 143
  })
}

/**
 * Runs a command to its end. A command that cannot be started, or that a signal ended, has a non-zero exit code like
 * any other failure; nothing is thrown.
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
      env: { ...process.env, ...request.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (error) => {
      running.delete(child)
      take(Buffer.from(`${request.command}: ${error.message}\n`))
      resolve(127)
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      if (signal !== null) take(Buffer.from(`${request.command}: ended by ${signal}\n`))
      resolve(code ?? 1)
    })
  })
  await new Promise<void>((resolve) => (log === null ? resolve() : log.end(resolve)))
  return { exitCode, output: Buffer.concat(chunks).toString(), milliseconds: performance.now() - started }
}
