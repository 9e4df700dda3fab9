// A process of its own, for one file: its bytes come in on standard input, what was found goes out on the third
// descriptor, as a line of JSON and the bytes of what was made, one after another. Nothing here knows a key or a
// database, and whatever a file makes a decoder do ends with the process.
import { once } from 'node:events'
import { Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { DocumentMediaType } from '@connect/contract/rooms/documents'
import { RefusedFileError, type InspectedFile } from './found.ts'
import { hasSecondType } from './second-type.ts'

/** Each loads what it needs, and no more. */
const inspections: Record<DocumentMediaType, (bytes: Buffer) => Promise<InspectedFile>> = {
  'application/pdf': async (bytes) => (await import('./pdf.ts')).inspectPdf(bytes),
  'image/jpeg': async (bytes) => (await import('./picture.ts')).inspectPicture(bytes, 'jpeg'),
  'image/png': async (bytes) => (await import('./picture.ts')).inspectPicture(bytes, 'png'),
  'image/heic': async (bytes) => (await import('./heic.ts')).inspectHeic(bytes),
}

async function inspect(mediaType: DocumentMediaType, bytes: Buffer): Promise<InspectedFile> {
  if (hasSecondType(bytes)) return { reason: 'not_readable' }
  try {
    return await inspections[mediaType](bytes)
  } catch (error) {
    if (error instanceof RefusedFileError) return { reason: error.reason }
    throw error
  }
}

const [, , mediaType = ''] = process.argv
const found = await inspect(mediaType as DocumentMediaType, await buffer(process.stdin))
const output = new Socket({ fd: 3 })
const made = found.reason === null ? found.renditions : []
const described = made.map(({ content, ...rendition }) => ({ ...rendition, bytes: content.length }))
output.write(`${JSON.stringify(found.reason === null ? { ...found, renditions: described } : found)}\n`)
for (const { content } of made) output.write(content)
output.end()
await once(output, 'close')
process.exit(0)
