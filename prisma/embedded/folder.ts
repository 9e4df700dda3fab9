import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseFault, errorCode } from '../fault.ts'
import { canEnter, chooseSystemUser, type SystemUser } from './programs.ts'

/** Everything of one embedded server. */
export interface ServerFolder {
  /** `<DATA_DIR>/postgres`: passwords, log, and who started it. */
  readonly root: string
  readonly passwordsFile: string
  readonly logFile: string
  readonly lockFile: string
  /** Where cluster and copied programs lie: the root, unless the server's user cannot reach that. */
  readonly place: string
  /** The data of PostgreSQL itself. */
  readonly cluster: string
  readonly user: SystemUser
  /** What whoever runs the program should know, one line each. */
  readonly notes: readonly string[]
}

/** Fixed names inside the folder, for looking only. */
export function serverFiles(dataDir: string) {
  const root = path.join(path.resolve(dataDir), 'postgres')
  return {
    root,
    passwordsFile: path.join(root, 'passwords.json'),
    logFile: path.join(root, 'server.log'),
    lockFile: path.join(root, 'starter.json'),
    elsewhereFile: path.join(root, 'elsewhere.txt'),
  }
}

/** Where the cluster of a data folder lies; the file says so when it is not in the folder itself. */
export function placeOf(dataDir: string): string {
  const { root, elsewhereFile } = serverFiles(dataDir)
  return existsSync(elsewhereFile) ? readFileSync(elsewhereFile, 'utf8').trim() : root
}

/** Makes the folder ready for a server; a fault in one line when it cannot be written. */
export function prepareFolder(dataDir: string): ServerFolder {
  const files = serverFiles(dataDir)
  return inWords(files.root, () => {
    makeFolder(files.root)
    const probe = path.join(files.root, `writable.${String(process.pid)}`)
    writeFileSync(probe, '')
    rmSync(probe)
    const cluster = path.join(placeOf(dataDir), 'cluster')
    const user = existsSync(cluster) ? ownerOf(cluster) : chooseSystemUser()
    const { place, notes } = reachablePlace(dataDir, user)
    return { ...files, place, cluster: path.join(place, 'cluster'), user, notes }
  })
}

/** An empty folder that only the server's user can read, as initdb wants it. */
export function makeServerOwned(folder: string, user: SystemUser): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
}

/** Step by step, because Node's own `recursive` never ends below a folder like /proc that refuses with ENOENT. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  makeFolder(path.dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o711 })
  } catch (error) {
    // Another process may have been quicker; a file in its place shows at the next step.
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

/** Runs file work and turns what the system answers into one line about the folder. */
export function inWords<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = errorCode(error)
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
    throw new DatabaseFault(
      `The data folder ${folder} cannot be written (${code}). Choose another with DATA_DIR.`,
      {
        cause: error,
      },
    )
  }
}

/** A cluster belongs to whoever made it; root may start it for them, nobody else may. */
function ownerOf(cluster: string): SystemUser {
  const { uid, gid } = statSync(cluster)
  const self = process.getuid?.()
  if (self === undefined || self === uid) return undefined
  if (self === 0) return { uid, gid }
  throw new DatabaseFault(
    `The data in ${cluster} belong to another user (uid ${String(uid)}). Run as that user, or choose another DATA_DIR.`,
  )
}

function reachablePlace(dataDir: string, user: SystemUser): { place: string; notes: string[] } {
  const { root, elsewhereFile } = serverFiles(dataDir)
  const known = placeOf(dataDir)
  if (user) chmodSync(known, statSync(known).mode | 0o001)
  if (canEnter(user, known)) {
    return {
      place: known,
      notes: known === root ? [] : [`The database lies in ${known}, where its user can reach it.`],
    }
  }
  const folder = path.resolve(dataDir)
  if (canEnter(user, path.dirname(folder))) {
    // The way in, not the list of what is there; every file inside keeps its own mode.
    chmodSync(folder, statSync(folder).mode | 0o001)
    if (canEnter(user, root)) return { place: root, notes: [] }
  }
  const place = mkdtempSync(path.join(commonFolder(user), 'connect-'))
  chmodSync(place, 0o711)
  writeFileSync(elsewhereFile, `${place}\n`)
  return {
    place,
    notes: [`The user that PostgreSQL runs as cannot reach ${folder}, so the database lies in ${place}.`],
  }
}

function commonFolder(user: SystemUser): string {
  const found = ['/var/lib', '/var/tmp'].find((folder) => existsSync(folder) && canEnter(user, folder))
  if (found) return found
  throw new DatabaseFault(
    'PostgreSQL does not run as root, and its user can reach no folder for data. Run as an ordinary user.',
  )
}
