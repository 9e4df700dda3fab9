import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The top folder of the repository, wherever a command was started from. */
export const rootDirectory = resolve(import.meta.dirname, '../../..')

/** The absolute path of a file named from the top folder. */
export const fromRoot = (...parts: string[]): string => join(rootDirectory, ...parts)

/** A command that the top package has installed. */
export const rootBinary = (name: string): string => fromRoot('node_modules/.bin', name)

/** What tooling remembers between two runs. It goes with `node_modules`, so a fresh install starts from nothing. */
export function cacheFile(name: string): string {
  const directory = fromRoot('node_modules/.cache/connect')
  mkdirSync(directory, { recursive: true })
  return join(directory, name)
}
