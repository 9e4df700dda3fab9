import type { ImportLineResult } from '@connect/contract/rooms/case-feed'
import { isTold, type ReadLine } from './case-import-line.ts'
import type { StoredOutcomes } from './case-storing.ts'

/** What commits at once: enough to be quick, and never so much that it fills the memory or outlasts a statement. */
const most = { lines: 400, members: 2_000, bytes: 4 * 1024 * 1024 } as const

/** Lines in a row that are stored together; each case stands in it once. */
export interface ImportBatch {
  readonly firstLine: number
  readonly lines: readonly ReadLine[]
  /** Of all lines up to the last one here. */
  readonly fingerprint: Uint8Array<ArrayBuffer>
}

/** Gathers lines into batches. */
export function createBatchBuilder(firstLine: number) {
  let lines: ReadLine[] = []
  let bytes = 0
  let members = 0
  let refs = new Set<string>()
  let first = firstLine

  return {
    /** Whether there is room for a line: a case that stands in it already has to wait for what becomes of it. */
    hasRoomFor: (line: ReadLine): boolean =>
      lines.length < most.lines &&
      bytes < most.bytes &&
      members + membersOf(line) <= most.members &&
      !(isTold(line) && refs.has(line.caseRef)),
    add(line: ReadLine, size: number): void {
      lines.push(line)
      bytes += size
      members += membersOf(line)
      if (isTold(line)) refs.add(line.caseRef)
    },
    /** What was gathered, and begins anew; null for nothing. */
    take(fingerprint: Uint8Array<ArrayBuffer>): ImportBatch | null {
      if (lines.length === 0) return null
      const batch = { firstLine: first, lines, fingerprint }
      first += lines.length
      lines = []
      bytes = 0
      members = 0
      refs = new Set()
      return batch
    },
  }
}

/** Each is a row of its own. */
function membersOf(line: ReadLine): number {
  return isTold(line) ? line.fed.members.length : 0
}

/** The answer to the lines of a batch: JSON, each on a line of its own. */
export function resultsOf({ lines }: ImportBatch, outcomes: StoredOutcomes): ImportLineResult[] {
  return lines.map((read) => {
    if (!isTold(read)) return read
    const { line, caseRef } = read
    const found = outcomes.get(caseRef)
    if (found === undefined) throw new Error('a line of an import was neither stored nor refused')
    const { outcome } = found
    if (outcome === 'created' || outcome === 'replaced') return { line, caseRef, outcome }
    return { line, caseRef, outcome: 'refused', code: outcome === 'stale' ? 'case.stale' : 'case.repeated' }
  })
}

export function textOf(results: readonly ImportLineResult[]): string {
  return results.map((result) => `${JSON.stringify(result)}\n`).join('')
}
