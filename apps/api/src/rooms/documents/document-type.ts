import { documentEndings, type DocumentMediaType } from '@connect/contract/rooms/documents'
import { endingOf } from './document-name.ts'

/** How many of the first bytes tell what a file is. */
export const tellingBytes = 512

/** For whoever sends something else. */
export const allowedEndings = 'pdf, jpg, jpeg, png, heic'

/**
 * The type of a file whose name and first bytes agree on it; null where they do not, or on none that is taken. Whether the
 * rest is what they say is looked at later.
 */
export function typeOf(fileName: string, start: Buffer): DocumentMediaType | null {
  const told = typeOfBytes(start)
  return told !== null && documentEndings[told].includes(endingOf(fileName)) ? told : null
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const jpegSignature = Buffer.from([0xff, 0xd8, 0xff])

function typeOfBytes(start: Buffer): DocumentMediaType | null {
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf'
  if (start.subarray(0, jpegSignature.length).equals(jpegSignature)) return 'image/jpeg'
  if (start.subarray(0, pngSignature.length).equals(pngSignature)) return 'image/png'
  return isHeic(start) ? 'image/heic' : null
}

/** Still pictures that are coded as HEVC (ISO/IEC 23008-12, B.4.1). */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis'])

/** The first box names what the file is and what it can be read as (ISO/IEC 14496-12, 4.3). */
function isHeic(start: Buffer): boolean {
  if (start.length < 16 || start.toString('latin1', 4, 8) !== 'ftyp') return false
  const box = start.subarray(0, start.readUInt32BE(0))
  for (let at = 8; at + 4 <= box.length; at += 4) {
    // Between them stands a version.
    if (at !== 12 && heicBrands.has(box.toString('latin1', at, at + 4))) return true
  }
  return false
}
