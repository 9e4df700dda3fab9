import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const rootDirectory = path.resolve(import.meta.dirname, '../../..')

/** As `pnpm start` does it: however the measuring ends, no server is left behind. */
const endWithParent = path.join(rootDirectory, 'packages/tooling/src/end-with-parent.ts')

/** How long a server may take until it is ready, in milliseconds, and how often its log is looked at. */
const patience = 60_000
const lookEvery = 20

export interface ServerProcess {
  /** Where it listens, as it says itself, by number: no look-up of a name is measured. */
  readonly address: string
  /** Asks it to end, and waits until it is gone. */
  stop(): Promise<void>
  /** Ends it with signal 9: it gets to do nothing any more. */
  kill(): Promise<void>
}

/**
 * Starts a Node process and waits for its line "… is ready at …". It writes straight into its log, as it would where it
 * is run for good: whoever measures it must not have to read all that. Throws what it wrote when it ends before.
 */
export async function startServer(options: {
  /** A file of the repository, named from its top folder. */
  readonly script: string
  readonly environment: Readonly<Record<string, string>>
  readonly logFile: string
}): Promise<ServerProcess> {
  const { script, environment, logFile } = options
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, ['--import', endWithParent, path.join(rootDirectory, script)], {
    cwd: rootDirectory,
    env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  const ending = new AbortController()
  const ended = once(child, 'close').then(() => ending.abort())
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal)
    await ended
  }
  const stop = (): Promise<void> => end('SIGTERM')
  for (
    const deadline = performance.now() + patience;
    performance.now() < deadline && !ending.signal.aborted;
  ) {
    const ready = / is ready at (http:\S+)$/m.exec(readFileSync(logFile, 'utf8'))?.[1]
    if (ready !== undefined) {
      const address = `http://127.0.0.1:${new URL(ready).port}`
      return { address, stop, kill: () => end('SIGKILL') }
    }
    await delay(lookEvery)
  }
  await stop()
  throw new Error(`${script} did not get ready.\n${readFileSync(logFile, 'utf8')}`)
}
