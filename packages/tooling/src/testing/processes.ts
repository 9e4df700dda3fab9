import { execFileSync } from 'node:child_process'

/** The numbers of a process and of all that came from it and still names it as an ancestor. */
export function descendants(pid: number | undefined): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const found = pid === undefined ? [] : [pid]
  for (const parent of found)
    found.push(...table.flatMap(([child = 0, of]) => (of === parent ? [child] : [])))
  return found
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
