import { crc32, deflateSync } from 'node:zlib'
import { aPdfFile } from '@connect/prisma/testing/factories/files'

/** A file as Playwright hands it to a page. */
export interface FileToSend {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A photo: a picture in stripes of one colour, as a PNG of a few kilobytes. */
export function aPhoto(name = 'photo.png', shade = 120): FileToSend {
  const [width, height] = [480, 640]
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.from([0, ...Array.from({ length: width * 3 }, (_pixel, byte) => (shade + row + byte) % 256)]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return { name, mimeType: 'image/png', buffer: Buffer.concat([signature, ...parts]) }
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, check])
}

/** A PDF of one page. */
export function aPdf(name = 'letter.pdf'): FileToSend {
  return { name, mimeType: 'application/pdf', buffer: aPdfFile() }
}

/** A file that nobody takes as proof. */
export function aTextFile(name = 'notes.txt'): FileToSend {
  return { name, mimeType: 'text/plain', buffer: Buffer.from('notes') }
}
