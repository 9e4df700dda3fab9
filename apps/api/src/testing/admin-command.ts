import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { connectDatabase, type Database } from '@connect/prisma/connect'
import { createTestDatabase, type TestDatabase } from '@connect/prisma/testing/database'
import { loadKeys, type Keys } from '../kernel/keys.ts'

export interface AdminBed {
  readonly database: TestDatabase
  readonly app: Database
  readonly keys: Keys
  /** Runs the command as an operator does, who types `input`. */
  admin(
    words: readonly string[],
    settings?: Readonly<Record<string, string>>,
    input?: string,
  ): Promise<{ readonly out: string; readonly err: string; readonly code: number | null }>
  drop(): Promise<void>
}

/** A database and keys as a start leaves them, and the command beside them. */
export async function createAdminBed(): Promise<AdminBed> {
  const database = await createTestDatabase()
  const app = connectDatabase({ url: database.appUrl })
  const dataDir = await mkdtemp(path.join(tmpdir(), 'connect-admin-'))
  const keys = await loadKeys({ keysFile: path.join(dataDir, 'keys.json'), database: app.prisma })
  return {
    database,
    app,
    keys,
    async admin(words, settings = {}, input = '') {
      const { PATH = '' } = process.env
      const child = spawn(process.execPath, [path.join(import.meta.dirname, '../admin.ts'), ...words], {
        env: { PATH, DATABASE_URL: database.appUrl, DATA_DIR: dataDir, ...settings },
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      // Most commands end without reading anything.
      child.stdin.on('error', () => undefined)
      child.stdin.end(input)
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
      return { out, err, code }
    },
    async drop() {
      await app.close()
      await database.drop()
      await rm(dataDir, { recursive: true })
    },
  }
}
