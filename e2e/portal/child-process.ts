import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'

const rootDirectory = path.resolve(import.meta.dirname, '../..')

interface ChildOptions {
  /** A file of the repository, named from its top folder. */
  readonly script: string
  readonly environment: Readonly<Record<string, string>>
  /** Gets everything that the process writes. */
  readonly logFile: string
}

export interface RunningServer {
  /** Where it listens, as it says itself. */
  readonly address: string
  /** Asks it to end, and waits until it is gone. Answers its exit code. */
  stop(): Promise<number | null>
}

/**
 * Starts a Node process and waits for its line "ConneCT is ready at …". Throws what it wrote when it ends before.
 * However this process ends, the other one then ends in order, too.
 */
export async function startServer({ script, environment, logFile }: ChildOptions): Promise<RunningServer> {
  const log = createWriteStream(logFile)
  const fromRoot = (file: string): string => path.join(rootDirectory, file)
  const endsWithUs = ['--import', fromRoot('packages/tooling/src/end-with-parent.ts')]
  const child = spawn(process.execPath, [...endsWithUs, fromRoot(script)], {
    cwd: rootDirectory,
    env: { ...process.env, NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => log.end(() => resolve(code)))
  })
  let output = ''
  const address = new Promise<string>((resolve) => {
    const take = (chunk: Buffer): void => {
      log.write(chunk)
      output += chunk.toString()
      const ready = /^ConneCT is ready at (\S+)$/m.exec(output)?.[1]
      if (ready === undefined) return
      // Nobody reads on from here but the log.
      for (const stream of [child.stdout, child.stderr])
        stream?.off('data', take).on('data', (more: Buffer) => log.write(more))
      resolve(ready)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
  })
  const ready = await Promise.race([address, ended.then(() => null)])
  if (ready === null) throw new Error(`${script} ended before it was ready.\n${output}`)
  return {
    address: ready,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
