import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from './workspace.ts'

/** Folders that hold what was installed or made, not what was written. */
const madeFolders = new Set([
  '.cache',
  '.data',
  '.git',
  'coverage',
  'dist',
  'generated',
  'node_modules',
  'playwright-report',
  'test-results',
])

/** Every written file below a folder, named from the top folder, in a stable order. */
export function sourceFiles(folder = '.'): string[] {
  const files: string[] = []
  const entries = readdirSync(fromRoot(folder), { withFileTypes: true })
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!madeFolders.has(entry.name)) files.push(...sourceFiles(path))
    } else if (entry.isFile()) {
      files.push(path)
    }
  }
  return files
}
