import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTestDatabase } from '@connect/prisma/testing/database'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../kernel/logger.ts'
import { createDependencies, type Dependencies } from '../deps.ts'

type LogLine = Readonly<Record<string, unknown>>

export interface TestApp {
  readonly app: FastifyInstance
  readonly deps: Dependencies
  readonly database: Awaited<ReturnType<typeof createTestDatabase>>
  readonly dataDir: string
  /** What was logged so far. */
  readonly lines: readonly LogLine[]
  stop(): Promise<void>
}

/** bcrypt's least: what hashing costs in service is tried where hashing is. */
const cheapHashing = { password: 4, answer: 4 }

interface TestAppOptions {
  /** Settings beside the database's and the data folder's. */
  readonly settings?: Readonly<Record<string, string>>
  /** Shares the database and the keys of another instance, as a second process would. */
  readonly beside?: TestApp
}

/** The real stack on a real database of its own; requests come in through `inject`. */
export async function startTestApp({ settings = {}, beside }: TestAppOptions = {}): Promise<TestApp> {
  const database = beside?.database ?? (await createTestDatabase())
  const dataDir = beside?.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'connect-api-')))
  const config = readConfig({
    DATABASE_URL: database.appUrl,
    DATA_DIR: dataDir,
    WEB_ROOT: path.join(dataDir, 'no-web'),
    TRUSTED_PROXIES: '127.0.0.1',
    SCANNER: 'none',
    ...settings,
  })
  const lines: LogLine[] = []
  const logger = createLogger('debug', {
    write: (line: string) => void lines.push(JSON.parse(line) as LogLine),
  })
  const deps = await createDependencies(
    config,
    (error) => {
      logger.error({ err: error }, 'work in the background failed')
    },
    cheapHashing,
  )
  const app = await buildApp(deps, { logger })
  await app.ready()
  return {
    app,
    deps,
    database,
    dataDir,
    lines,
    async stop() {
      await app.close()
      await deps.close()
      if (beside) return
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
