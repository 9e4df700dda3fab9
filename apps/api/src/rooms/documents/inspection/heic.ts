import { createRequire } from 'node:module'
import sharp from 'sharp'
import { RefusedFileError, type ReadableFile } from './found.ts'
import type { Libheif, Plane } from './libheif.ts'
import { encoded, maxPixels, readable } from './picture.ts'

const require = createRequire(import.meta.url)
const libheif = require('libheif-js/wasm-bundle') as Libheif

/** A HEIC as readers get it: a JPEG, upright, without what the camera wrote beside the picture. */
export async function inspectHeic(bytes: Buffer): Promise<ReadableFile> {
  // Before the decoder sees it: what it reserves depends on the size that the file declares.
  for (const pixels of declaredPixels(bytes))
    if (pixels > maxPixels) throw new RefusedFileError('too_many_pixels')
  const { data, width, height } = await decode(bytes)
  const picture = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: maxPixels })
  const content = await encoded(picture.jpeg({ quality: 90 }))
  return readable({ rendition: 'reader', mediaType: 'image/jpeg', content })
}

/** The sizes that its pictures and their parts declare (`ispe`, ISO/IEC 23008-12). */
function* declaredPixels(bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf('ispe'); at !== -1; at = bytes.indexOf('ispe', at + 4))
    if (at + 16 <= bytes.length) yield bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12)
}

interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** The picture that the file is about, turned as it says. Nothing is given back: the process ends with the file. */
async function decode(bytes: Buffer): Promise<Pixels> {
  const context = libheif.heif_context_alloc()
  const { code } = libheif.heif_context_read_from_memory(context, bytes)
  if (code !== libheif.heif_error_code.heif_error_Ok) throw new RefusedFileError('not_readable')
  const handle = libheif.heif_js_context_get_primary_image_handle(context)
  if (handle === null || 'code' in handle) throw new RefusedFileError('not_readable')
  const size = libheif.heif_image_handle_get_width(handle) * libheif.heif_image_handle_get_height(handle)
  if (size > maxPixels) throw new RefusedFileError('too_many_pixels')
  const image = await libheif.heif_js_decode_image2(
    handle,
    libheif.heif_colorspace.heif_colorspace_RGB,
    libheif.heif_chroma.heif_chroma_interleaved_RGB,
  )
  const [plane] = image.channels ?? []
  if (plane === undefined) throw new RefusedFileError('not_readable')
  return { data: withoutPadding(plane), width: plane.width, height: plane.height }
}

/** Rows may end in bytes that belong to no pixel. */
function withoutPadding({ data, stride, width, height }: Plane): Uint8Array {
  const row = width * 3
  if (stride === row) return data
  const pixels = new Uint8Array(row * height)
  for (let line = 0; line < height; line += 1)
    pixels.set(data.subarray(line * stride, line * stride + row), line * row)
  return pixels
}
