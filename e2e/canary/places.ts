import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { dumpDatabase, runningDatabase } from '@connect/prisma/testing/running-database'
import { portal } from '../portal/portal.ts'

/** Somewhere that a value might turn up, and all the bytes of it. */
export interface Place {
  readonly name: string
  readonly bytes: Buffer
}

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

/** The ways in which a value might be written: as it is, in either case, in JSON, in a URL, in base64 or in hex. */
export function spellings(value: string): Buffer[] {
  const bytes = Buffer.from(value)
  const texts = [
    value,
    value.toLowerCase(),
    value.toUpperCase(),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value.replaceAll(' ', '+'),
    bytes.toString('hex'),
    ...[0, 1, 2].map((offset) => insideBase64(bytes, offset)),
  ]
  return [...new Set(texts)].filter((text) => text.length >= 8).map((text) => Buffer.from(text))
}

/** What base64 makes of the bytes when so many others come before, less the characters that those have a part in. */
function insideBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  return text.slice(Math.ceil((offset * 8) / 6), -1)
}

/** The places in which one of the values stands, as `kind in place`. */
export function findIn(
  places: Iterable<Place>,
  values: readonly { readonly kind: string; readonly value: string }[],
): string[] {
  const needles = values.map(({ kind, value }) => ({ kind, written: spellings(value) }))
  const found = new Set<string>()
  for (const { name, bytes } of places) {
    for (const { kind, written } of needles)
      if (written.some((needle) => bytes.includes(needle))) found.add(`${kind} in ${name}`)
  }
  return [...found]
}
