import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { TestApp } from './test-app.ts'

export interface ServerProcess {
  readonly server: ChildProcess
  readonly origin: string
}

/** The process as it is in service, beside the test's own instance on the same database and keys. */
export async function startServer(
  { database, dataDir }: TestApp,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const { PATH = '' } = process.env
  const server = spawn(process.execPath, [path.join(import.meta.dirname, '../server.ts')], {
    env: {
      PATH,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.appUrl,
      DATA_DIR: dataDir,
      SCANNER: 'none',
      WEB_ROOT: path.join(dataDir, 'no-web'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(server.stdout)) {
    const [, origin] = /^ConneCT is ready at (\S+)$/.exec(line) ?? []
    if (origin !== undefined) return { server, origin }
  }
  throw new Error('the server ended before it was ready')
}
