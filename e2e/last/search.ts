/** Somewhere that a value might turn up, and all the bytes of it. */
export interface Place {
  readonly name: string
  readonly bytes: Buffer
}

interface Needle {
  readonly kind: string
  readonly written: Buffer
}

/** Shorter ones would be found by chance. */
const shortest = 8

/** The places in which one of the values stands, in whatever spelling, as `kind in place`. */
export function findIn(
  places: Iterable<Place>,
  values: readonly { readonly kind: string; readonly value: string }[],
): string[] {
  const needles = values.flatMap(({ kind, value }) => spellings(value).map((written) => ({ kind, written })))
  const index = indexOf(needles)
  const found = new Set<string>()
  for (const { name, bytes } of places)
    for (const { kind } of search(bytes, index)) found.add(`${kind} in ${name}`)
  return [...found]
}

/** The ways in which a value might be written: as it is, in either case, in JSON, in a URL, in base64 or in hex. */
function spellings(value: string): Buffer[] {
  const bytes = Buffer.from(value)
  const texts = [
    value,
    value.toLowerCase(),
    value.toUpperCase(),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value.replaceAll(' ', '+'),
    bytes.toString('hex'),
    ...[0, 1, 2].map((offset) => insideBase64(bytes, offset)),
  ]
  return [...new Set(texts)].map((text) => Buffer.from(text)).filter(({ length }) => length >= shortest)
}

/** What base64 makes of the bytes when so many others come before, less the characters that those have a part in. */
function insideBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  return text.slice(Math.ceil((offset * 8) / 6), -1)
}

interface NeedleIndex {
  /** One for each hash of the first four bytes of a needle: most places are passed by one look at it. */
  readonly marks: Uint8Array
  readonly byHash: ReadonlyMap<number, readonly Needle[]>
}

function indexOf(needles: readonly Needle[]): NeedleIndex {
  const marks = new Uint8Array(2 ** 22)
  const byHash = new Map<number, Needle[]>()
  for (const needle of needles) {
    const hash = hashOf(needle.written.readUInt32BE(0))
    marks[hash] = 1
    byHash.set(hash, [...(byHash.get(hash) ?? []), needle])
  }
  return { marks, byHash }
}

/** Passes over the bytes once, however many needles there are: a data folder is large, and so is what was typed. */
function* search(bytes: Buffer, { marks, byHash }: NeedleIndex): Generator<Needle> {
  let window = 0
  for (let end = 0; end < bytes.length; end += 1) {
    window = (window << 8) | (bytes[end] ?? 0)
    const hash = hashOf(window)
    if (marks[hash] === 0) continue
    for (const needle of byHash.get(hash) ?? []) {
      const start = end - 3
      if (start >= 0 && bytes.subarray(start, start + needle.written.length).equals(needle.written))
        yield needle
    }
  }
}

function hashOf(fourBytes: number): number {
  return Math.imul(fourBytes, 0x9e3779b1) >>> 10
}
