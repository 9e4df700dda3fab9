/** What a scanner says of a file; `not_scanned` where none is configured, never where it is away. */
export type Verdict = 'clean' | 'harmful' | 'not_scanned'

export interface Scanner {
  /** Looks at the bytes, in their order. Throws `ScannerFaultError` when it cannot say. */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<Verdict>
}

/** The scanner is away, too slow, or could not look: nothing is known of the file. */
export class ScannerFaultError extends Error {
  override readonly name = 'ScannerFaultError'
}
