import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** Something that the server said it has: what a client may rely on from then on. */
export type Acknowledged =
  | { readonly kind: 'document'; readonly owner: string; readonly id: string; readonly sha256: string }
  | {
      readonly kind: 'report'
      readonly owner: string
      readonly id: string
      readonly confirmationNumber: string
      readonly employer: string
      readonly documents: readonly { readonly id: string; readonly sha256: string }[]
    }

export type AcknowledgedReport = Extract<Acknowledged, { kind: 'report' }>

/** A client's own list of what was acknowledged. */
export interface Kept {
  /** Each entry is on the disk before anybody goes on. */
  note(entry: Acknowledged): void
  readonly entries: readonly Acknowledged[]
  close(): void
}

export function openRecord(file: string): Kept {
  const handle = openSync(file, 'w')
  const entries: Acknowledged[] = []
  return {
    note(entry) {
      writeSync(handle, `${JSON.stringify(entry)}\n`)
      fsyncSync(handle)
      entries.push(entry)
    },
    entries,
    close: () => closeSync(handle),
  }
}
