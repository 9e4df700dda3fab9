import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fromRoot } from './workspace.ts'

export interface ServerProcess {
  /** The line with which the server said that it is ready; null when it ended before. */
  readonly ready: Promise<string | null>
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number>
  /** Lets it finish what runs, and waits until it is gone. */
  stop: () => Promise<void>
}

/** A little more than the server allows itself for draining, in milliseconds. */
const stopPatience = 25_000

/** The server works as the restricted role alone, so the owner's address does not reach it. */
export function serverEnvironment(
  own: Readonly<NodeJS.ProcessEnv>,
  more: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  return { ...own, ...more, MIGRATION_DATABASE_URL: undefined }
}

/**
 * Runs the API server, with what it writes passed on, in the working directory of this process: paths among the
 * settings mean the same to both. It has a process group of its own, so that Ctrl-C reaches only
 * its parent, which stops things in order: first the server, then its database.
 */
export function runServer(
  environment: Readonly<Record<string, string>>,
  nodeArguments: readonly string[] = [],
): ServerProcess {
  const child = spawn(
    process.execPath,
    [
      ...nodeArguments,
      '--import',
      fromRoot('packages/tooling/src/end-with-parent.ts'),
      fromRoot('apps/api/src/server.ts'),
    ],
    {
      env: serverEnvironment(process.env, environment),
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  )
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(127))
  })
  const ready = new Promise<string | null>((resolve) => {
    if (child.stdout === null) return
    createInterface(child.stdout).on('line', (line) => {
      console.log(line)
      if (line.startsWith('ConneCT is ready')) resolve(line)
    })
    void ended.then(() => resolve(null))
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const kill = setTimeout(() => child.kill('SIGKILL'), stopPatience)
    await ended
    clearTimeout(kill)
  }
  return { ready, ended, stop }
}
