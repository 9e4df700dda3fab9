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

const nothing = Buffer.alloc(0)

function createLineReader(largest: number) {
  /** What came of the line, copied: pieces that were kept would weigh far more than what is in them. */
  let held: Buffer = nothing
  let size = 0
  let hash: Hash | null = null

  function add(part: Buffer): void {
    if (part.length === 0) return
    hash ??= createHash('sha256')
    hash.update(part)
    const whole = size + part.length
    if (whole > largest) held = nothing
    else {
      if (whole > held.length) held = grown(held, size, Math.min(largest, Math.max(whole, 2 * held.length)))
      part.copy(held, size)
    }
    size = whole
  }

  function finish(): RawLine {
    const digest = (hash ?? createHash('sha256')).digest('base64url')
    const line = { digest, bytes: size > largest ? null : held.subarray(0, size) }
    held = nothing
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

function grown(held: Buffer, size: number, length: number): Buffer {
  const larger = Buffer.allocUnsafe(length)
  held.copy(larger, 0, 0, size)
  return larger
}
