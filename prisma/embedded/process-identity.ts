import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it began, in whatever unit the system keeps. */
  readonly began: string
}

/** Who runs under this number now; undefined when nobody does (one that ended and was not yet collected is nobody). */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : askPs(pid, 'lstart=')
  return began === undefined ? undefined : { pid, began }
}

export function isRunning({ pid, began }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.began === began
}

/** The command line of a process, empty when there is none. */
export function commandLineOf(pid: number): string {
  if (process.platform !== 'linux') return askPs(pid, 'command=') ?? ''
  return readProc(pid, 'cmdline')?.replaceAll('\0', ' ') ?? ''
}

function beganOnLinux(pid: number): string | undefined {
  const stat = readProc(pid, 'stat')
  // The name in parentheses may hold anything, so count from its end: state is the 3rd field, starttime the 22nd.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function askPs(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
