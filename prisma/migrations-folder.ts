import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One migration as it lies in the folder. */
export interface Migration {
  /** `<timestamp>_<name>`, the folder's name. */
  readonly name: string
  readonly script: string
  /** SHA-256 of the script in hex, as the stock Prisma command keeps it. */
  readonly checksum: string
}

export const migrationsFolder = path.join(import.meta.dirname, 'migrations')

/** Every migration that this code knows, oldest first. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}
