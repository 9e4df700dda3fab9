import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addAssociationFailures } from '@connect/prisma/testing/factories/cases'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import { startServer, type RunningServer } from './child-process.ts'
import { publishPortal } from './portal.ts'

const logFolder = path.resolve(import.meta.dirname, '../../test-results/portal')

/**
 * Starts what `pnpm start` starts (the pages built, an embedded database, a server), and a second server beside it on
 * the same database and keys. Everything lies in a folder that goes afterwards, but for the logs, which stay in
 * test-results/portal.
 */
export default async function startPortal(): Promise<() => Promise<void>> {
  rmSync(logFolder, { recursive: true, force: true })
  mkdirSync(logFolder, { recursive: true })
  const dataDir = mkdtempSync(path.join(tmpdir(), 'connect-e2e-'))
  // The database server may run as another user, who has to get in.
  chmodSync(dataDir, 0o711)
  const logFiles = ['first', 'second'].map((name) => path.join(logFolder, `${name}.log`))
  const plantedFile = path.join(logFolder, 'planted.jsonl')
  writeFileSync(plantedFile, '')
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    // Each actor of a test has an address of its own.
    TRUSTED_PROXIES: '127.0.0.1,::1',
    SCANNER: 'none',
    // The more is logged, the more there is in which nothing personal may be found.
    LOG_LEVEL: 'debug',
  }
  const started: RunningServer[] = []
  const stop = async (): Promise<void> => {
    const codes: (number | null)[] = []
    for (const server of started.toReversed()) codes.push(await server.stop())
    rmSync(dataDir, { recursive: true, force: true })
    if (codes.some((code) => code !== 0))
      throw new Error(`The servers did not end in order (exit codes ${codes.join(', ')}); see ${logFolder}.`)
  }
  try {
    const [firstLog = '', secondLog = ''] = logFiles
    const first = await startServer({
      script: 'packages/tooling/src/start.ts',
      environment: { ...settings, DATABASE_URL: '' },
      logFile: firstLog,
    })
    started.push(first)
    const second = await startServer({
      script: 'apps/api/src/server.ts',
      environment: { ...settings, NODE_ENV: 'production', DATABASE_URL: runningDatabase(dataDir).appUrl },
      logFile: secondLog,
    })
    started.push(second)
    // A week in which many failed to associate a case: what the journeys get wrong stands out from it no more.
    await addAssociationFailures(runningDatabase(dataDir).ownerUrl, { count: 20_000, hoursAgo: 100 })
    publishPortal({
      address: first.address,
      secondAddress: second.address,
      dataDir,
      logFiles,
      plantedFile,
    })
    return stop
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
}
