import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

interface PictureOptions {
  readonly width?: number
  readonly height?: number
  /** As a camera held sideways writes it: 6 is a quarter turn. */
  readonly orientation?: number
  /** Grain, as real photos have: it makes files as large as theirs. */
  readonly grain?: boolean
}

function picture({ width = 120, height = 80, orientation, grain = false }: PictureOptions) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const plain = sharp({ create: { width, height, channels: 3, background: '#8a6', ...(grain && { noise }) } })
  return orientation === undefined ? plain : plain.withMetadata({ orientation })
}

/** A photo. */
export function aJpeg(options: PictureOptions = {}): Promise<Buffer> {
  return picture(options).jpeg({ quality: 90 }).toBuffer()
}

/** A photo that says where it was taken: in Hartford. */
export function aJpegWithPlace(): Promise<Buffer> {
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '41/1 45/1 49/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '72/1 41/1 6/1',
  }
  return picture({})
    .withExif({ IFD0: { Make: 'A phone' }, IFD3: place })
    .jpeg()
    .toBuffer()
}

/** A screenshot. */
export function aPng(options: PictureOptions = {}): Promise<Buffer> {
  return picture(options).png().toBuffer()
}

/** A JPEG with a comment right at its beginning. */
export async function aJpegWithComment(comment: string): Promise<Buffer> {
  const jpeg = await aJpeg()
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(comment.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(comment, 'latin1'), jpeg.subarray(2)])
}

/** A JPEG that says it is larger than it is. */
export async function aJpegOfDeclaredSize(width: number, height: number): Promise<Buffer> {
  const jpeg = await aJpeg()
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  jpeg.writeUInt16BE(height, frame + 5)
  jpeg.writeUInt16BE(width, frame + 7)
  return jpeg
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

interface PngParts {
  readonly width: number
  readonly height: number
  /** Rows as the PNG holds them, still uncompressed. */
  readonly rows: Buffer
  /** Chunks between the header and the picture. */
  readonly before?: readonly Buffer[]
}

/** A grey PNG put together by hand, so that it may say what no encoder would. */
export function aPngOf({ width, height, rows, before = [] }: PngParts): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = chunk('IDAT', deflateSync(rows))
  return Buffer.concat([signature, chunk('IHDR', header), ...before, data, chunk('IEND', Buffer.alloc(0))])
}

/** A small picture with a text in it that takes so many bytes once it is open. */
export function aPngWithText(bytes: number): Buffer {
  const text = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes, 'x'))])
  return aPngOf({ width: 4, height: 4, rows: Buffer.alloc(20), before: [chunk('zTXt', text)] })
}
