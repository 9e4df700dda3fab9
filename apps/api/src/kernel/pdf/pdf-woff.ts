import { inflateSync } from 'node:zlib'

/** Sizes in bytes, after WOFF 1.0 (W3C Recommendation), sections 3 and 4, and the OpenType table directory. */
const sizes = { woffHeader: 44, woffEntry: 20, fontHeader: 12, fontEntry: 16 } as const

/**
 * Unpacks a WOFF file into the font that it was made from. Read as it is, its tables are inflated anew for every glyph,
 * which takes seconds for a name of five characters.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file')
  const count = woff.readUInt16BE(12)
  const header = Buffer.alloc(sizes.fontHeader + count * sizes.fontEntry)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  const parts: Buffer[] = [header]
  let offset = header.length
  for (let index = 0; index < count; index += 1) {
    const from = sizes.woffHeader + index * sizes.woffEntry
    const table = readTable(woff, from)
    const to = sizes.fontHeader + index * sizes.fontEntry
    woff.copy(header, to, from, from + 4)
    woff.copy(header, to + 4, from + 16, from + 20)
    header.writeUInt32BE(offset, to + 8)
    header.writeUInt32BE(table.length, to + 12)
    // Tables begin at multiples of four.
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4)
    parts.push(table, padding)
    offset += table.length + padding.length
  }
  return Buffer.concat(parts)
}

function readTable(woff: Buffer, entry: number): Buffer {
  const start = woff.readUInt32BE(entry + 4)
  const packedLength = woff.readUInt32BE(entry + 8)
  const packed = woff.subarray(start, start + packedLength)
  return packedLength < woff.readUInt32BE(entry + 12) ? inflateSync(packed) : packed
}
