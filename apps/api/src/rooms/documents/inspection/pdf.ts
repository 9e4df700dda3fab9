import { getDocument, VerbosityLevel } from 'unpdf/pdfjs'
import { namesActiveContent } from './active-names.ts'
import { RefusedFileError, type ReadableFile } from './found.ts'

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>

/** Pages that are opened to see that they are there; of a longer document the first ones. */
const pagesOpened = 500

/** Where the end of a whole PDF is marked, counted from its last byte that says something. */
const tail = 1024

/**
 * A PDF stays as it is: readers get it as it came. It has to be whole, to open without a password, and to have pages.
 * Nothing in it is ever run or drawn here.
 */
export async function inspectPdf(bytes: Buffer): Promise<ReadableFile> {
  if (!isWhole(bytes)) throw new RefusedFileError('not_readable')
  const pdf = await opened(bytes)
  try {
    for (let number = 1; number <= Math.min(pdf.numPages, pagesOpened); number += 1) await pdf.getPage(number)
    const active = namesActiveContent(bytes) || (await holdsActiveContent(pdf))
    return { reason: null, pages: pdf.numPages, active, renditions: [] }
  } catch (error) {
    throw new RefusedFileError('not_readable', error)
  }
}

function isWhole(bytes: Buffer): boolean {
  let end = bytes.length
  while (end > 0 && [0, 9, 10, 12, 13, 32].includes(bytes[end - 1] ?? 1)) end -= 1
  return bytes.indexOf('%PDF-') === 0 && bytes.subarray(Math.max(0, end - tail), end).includes('%%EOF')
}

async function opened(bytes: Buffer): Promise<Pdf> {
  try {
    const pdf = await getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: VerbosityLevel.ERRORS,
    }).promise
    if (pdf.numPages > 0) return pdf
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new RefusedFileError(isLocked ? 'needs_password' : 'not_readable', error)
  }
  throw new RefusedFileError('not_readable')
}

/** What the reader itself finds, in encrypted PDFs too. */
async function holdsActiveContent(pdf: Pdf): Promise<boolean> {
  const found: unknown[] = [await pdf.getJSActions(), await pdf.getAttachments()]
  for (let number = 1; number <= Math.min(pdf.numPages, pagesOpened); number += 1) {
    const page = await pdf.getPage(number)
    found.push(await page.getJSActions())
  }
  return found.some((value) => value !== null && value !== undefined)
}
