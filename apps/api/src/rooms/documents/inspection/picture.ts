import sharp, { type Sharp } from 'sharp'
import { RefusedFileError, type MadeRendition, type ReadableFile } from './found.ts'

/** Pixels of the largest picture that is opened: what phones take by themselves (50 megapixels), some 700 MB while it is open. */
export const maxPixels = 51_000_000

/** Of a page of a PDF that is made of pictures: letter paper at 200 dots an inch. */
const pageSide = 2_200

/** Bytes of such a page: twenty of them, and the PDF around them, are no more than a file may be. */
const pageBytes = 510_000

/** From what looks best to what always fits. */
const pageAttempts = [
  { side: pageSide, quality: 76 },
  { side: pageSide, quality: 60 },
  { side: 1_800, quality: 50 },
  { side: 1_400, quality: 45 },
  { side: 1_000, quality: 35 },
  { side: 700, quality: 30 },
] as const

// Nothing but what is taken as proof is ever opened, whatever a file says that it is.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
sharp.cache(false)
sharp.concurrency(1)

/** A JPEG or PNG as readers get it: upright, and without what a camera writes beside the picture, such as the place. */
export async function inspectPicture(bytes: Buffer, format: 'jpeg' | 'png'): Promise<ReadableFile> {
  const { width, height } = await declaredSize(bytes, format)
  if (width * height > maxPixels) throw new RefusedFileError('too_many_pixels')
  const upright = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels }).autoOrient()
  const content = await encoded(format === 'png' ? upright.png() : upright.jpeg({ quality: 90 }))
  return readable({ rendition: 'reader', mediaType: `image/${format}`, content })
}

async function declaredSize(bytes: Buffer, format: string): Promise<{ width: number; height: number }> {
  try {
    const found = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (found.format === format) return found
  } catch (error) {
    throw new RefusedFileError('not_readable', error)
  }
  throw new RefusedFileError('not_readable')
}

/** Decodes and encodes; what cannot be decoded to its end is refused. */
export async function encoded(picture: Sharp): Promise<Buffer> {
  try {
    return await picture.toBuffer()
  } catch (error) {
    throw new RefusedFileError('not_readable', error)
  }
}

/** What is made of a picture, the page of a PDF among it. */
export async function readable(reader: MadeRendition): Promise<ReadableFile> {
  const page: MadeRendition = {
    rendition: 'page',
    mediaType: 'image/jpeg',
    content: await pageOf(reader.content),
  }
  return { reason: null, pages: null, active: false, renditions: [reader, page] }
}

async function pageOf(picture: Buffer): Promise<Buffer> {
  let smallest: Buffer | undefined
  for (const { side, quality } of pageAttempts) {
    smallest = await sharp(picture, { limitInputPixels: maxPixels })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality })
      .toBuffer()
    if (smallest.length <= pageBytes) return smallest
  }
  throw new Error(`A page of ${smallest?.length ?? 0} bytes does not fit`)
}
