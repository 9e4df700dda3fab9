import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { dumpDatabase, runningDatabase } from '@connect/prisma/testing/running-database'
import { portal } from '../portal/portal.ts'
import type { Place } from './search.ts'

/** Every value of every table, each column as one place. */
export async function placesInDatabase(): Promise<Place[]> {
  const columns = new Map<string, Buffer[]>()
  for (const { place, value } of await dumpDatabase(runningDatabase(portal().dataDir).ownerUrl))
    columns.set(place, [...(columns.get(place) ?? []), value, Buffer.from('\n')])
  return [...columns].map(([name, values]) => ({ name, bytes: Buffer.concat(values) }))
}

/** What the servers wrote, the database's own log included (it lies in the data folder). */
export function placesInLogs(): Place[] {
  return portal().logFiles.map((name) => ({ name, bytes: readFileSync(name) }))
}

/** Every file of the data folder: keys, the database's tables and its write-ahead log. */
export function* placesInDataFolder(): Generator<Place> {
  const { dataDir } = portal()
  for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(dataDir, name)
    const bytes = readIfStillThere(file)
    if (bytes !== undefined) yield { name: file, bytes }
  }
}

/** The database comes and goes with temporary files of its own. */
function readIfStillThere(file: string): Buffer | undefined {
  try {
    return statSync(file).isFile() ? readFileSync(file) : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
