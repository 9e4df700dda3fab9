import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseFault, errorCode } from '../fault.ts'
import { identifyProcess, isRunning, type ProcessIdentity } from './process-identity.ts'

/**
 * Takes the data folder for this process, so that only one starts a server there. A lock whose process has ended,
 * in whatever way, is taken over. Answers with how to let go of it; throws a `DatabaseFault` when another process
 * holds it.
 */
export function takeStarterLock(lockFile: string, folder: string): () => void {
  const self = identifyProcess(process.pid)
  if (!self)
    throw new DatabaseFault(
      'This process cannot find out its own start time, so it cannot guard the data folder.',
    )
  const own = `${lockFile}.${randomUUID()}`
  writeFileSync(own, JSON.stringify(self), { mode: 0o600 })
  try {
    for (;;) {
      if (tryLink(own, lockFile)) break
      const holder = readStarter(lockFile)
      if (holder && isRunning(holder)) {
        throw new DatabaseFault(
          `The data folder ${folder} is in use by process ${String(holder.pid)}. Stop that one, or choose another DATA_DIR.`,
        )
      }
      setAside(lockFile)
    }
  } finally {
    rmSync(own, { force: true })
  }
  return () => {
    if (readStarter(lockFile)?.pid === self.pid) rmSync(lockFile, { force: true })
  }
}

/** Who started the server of a data folder, if that process still runs. */
export function runningStarter(lockFile: string): ProcessIdentity | undefined {
  const starter = readStarter(lockFile)
  return starter && isRunning(starter) ? starter : undefined
}

/** A link appears whole or not at all, and only one of two can make it. */
function tryLink(own: string, lockFile: string): boolean {
  try {
    linkSync(own, lockFile)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes a lock without owner; puts it back when somebody else was quicker and it is theirs by now. */
function setAside(lockFile: string): void {
  const aside = `${lockFile}.${randomUUID()}`
  try {
    renameSync(lockFile, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  const holder = readStarter(aside)
  if (holder && isRunning(holder)) tryLink(aside, lockFile)
  rmSync(aside, { force: true })
}

function readStarter(lockFile: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')) as ProcessIdentity
  } catch {
    return undefined
  }
}
