import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** What every scanner is tried with; harmless. In two parts, so that no scanner takes this file for it. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
)

/** Where clamd is: `CLAMD_PATH`, or the first one found; none where `pnpm test` may not install it. */
export const clamdPaths = [
  process.env['CLAMD_PATH'] ?? '',
  ...[...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'].map((folder) =>
    path.join(folder, 'clamd'),
  ),
]
  .filter((place) => place !== '' && existsSync(place))
  .slice(0, 1)

export interface ClamdProcess {
  readonly socket: string
  /** Throws when it does not come up. */
  start(): Promise<void>
  /** Ends it; the socket stays named. */
  stop(): Promise<void>
  /** Ends it for good. */
  remove(): Promise<void>
}

/** The real one, not yet started, with a folder of its own: the only signature is that of `eicar`. */
export async function aClamd(settings = ''): Promise<ClamdProcess> {
  const folder = await mkdtemp(path.join(tmpdir(), 'connect-clamd-'))
  const socket = path.join(folder, 'clamd.sock')
  const signatures = path.join(folder, 'signatures')
  await mkdir(signatures)
  await writeFile(path.join(signatures, 'test.ndb'), `Test.Eicar:0:*:${eicar.toString('hex')}\n`)
  const configFile = path.join(folder, 'clamd.conf')
  await writeFile(
    configFile,
    `Foreground yes\nLocalSocket ${socket}\nDatabaseDirectory ${signatures}\n${settings}\n`,
  )
  let child: ChildProcess | undefined

  const stop = async (): Promise<void> => {
    const stopped = child
    child = undefined
    if (stopped?.exitCode !== null) return
    stopped.kill('SIGKILL')
    await once(stopped, 'exit')
    await rm(socket, { force: true })
  }
  return {
    socket,
    stop,
    async start() {
      child = spawn(clamdPaths[0] ?? 'clamd', ['-c', configFile], { stdio: 'ignore' })
      for (let tries = 0; tries < 300; tries += 1) {
        if (await answers(socket)) return
        if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`)
        await wait(100)
      }
      throw new Error('clamd did not come up')
    },
    async remove() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(socket: string): Promise<boolean> {
  const connection = connect({ path: socket })
  try {
    await once(connection, 'connect')
    return true
  } catch {
    return false
  } finally {
    connection.destroy()
  }
}
