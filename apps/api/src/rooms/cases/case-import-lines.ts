import { createHash, type Hash } from 'node:crypto'

/** One line of an import as it came. */
export interface RawLine {
  /** SHA-256 of its bytes, as base64url. */
  readonly digest: string
  /** Null for a line that is longer than lines may be: nobody keeps it. */
  readonly bytes: Buffer | null
}

const lineFeed = 0x0a

/**
 * The lines of a body, in as many pieces as it arrives, without keeping more than one line at a time. The last one counts
 * without a line feed too. Throws what the body throws, when it was cut off: what came of the last line is not a line then.
 */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
  largest: number,
): AsyncGenerator<readonly RawLine[]> {
  const reader = createLineReader(largest)
  for await (const chunk of body) {
    const lines = reader.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    if (lines.length > 0) yield lines
  }
  const last = reader.end()
  if (last !== null) yield [last]
}

function createLineReader(largest: number) {
  let parts: Buffer[] = []
  let size = 0
  let hash: Hash | null = null

  function add(part: Buffer): void {
    if (part.length === 0) return
    hash ??= createHash('sha256')
    hash.update(part)
    size += part.length
    if (size > largest) parts = []
    else parts.push(part)
  }

  function finish(): RawLine {
    const digest = (hash ?? createHash('sha256')).digest('base64url')
    const line = { digest, bytes: size > largest ? null : Buffer.concat(parts) }
    parts = []
    size = 0
    hash = null
    return line
  }

  return {
    /** The lines that end within a piece. */
    take(chunk: Buffer): RawLine[] {
      const lines: RawLine[] = []
      let start = 0
      for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
        add(chunk.subarray(start, end))
        lines.push(finish())
        start = end + 1
      }
      add(chunk.subarray(start))
      return lines
    },
    /** What stands after the last line feed. */
    end: (): RawLine | null => (size > 0 ? finish() : null),
  }
}
