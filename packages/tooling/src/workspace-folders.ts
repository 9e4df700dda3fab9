import { existsSync, readdirSync } from 'node:fs'
import { fromRoot } from './workspace.ts'

/** The folder of each workspace package, named from the top folder. */
export function workspaceFolders(): string[] {
  const nested = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(fromRoot(parent)).map((name) => `${parent}/${name}`),
  )
  return [...nested, 'prisma', 'e2e', 'bench'].filter((folder) =>
    existsSync(fromRoot(folder, 'package.json')),
  )
}
