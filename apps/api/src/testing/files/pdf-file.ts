import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

interface PdfParts {
  /** Entries of the catalog beside its pages. */
  readonly catalog?: string
  /** Entries of the first page. */
  readonly page?: string
  /** Objects from the number 10 on. */
  readonly objects?: readonly string[]
  /** What stands right after the first line. */
  readonly head?: string
  /** How many pages it says it has. */
  readonly count?: number
}

/** A PDF of one page put together by hand, so that it may say what no program would. */
export function aPdfOf({
  catalog = '',
  page = '',
  objects = [],
  head = '',
  count = 1,
}: PdfParts = {}): Buffer {
  const numbered: readonly (readonly [number, string])[] = [
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`],
    [3, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${page} >>`],
    ...objects.map((object, index) => [index + 10, object] as const),
  ]
  let file = `%PDF-1.7\n${head}`
  const places = new Map<number, number>()
  for (const [number, object] of numbered) {
    places.set(number, file.length)
    file += `${number} 0 obj\n${object}\nendobj\n`
  }
  const start = file.length
  const sections = [...places].map(
    ([number, place]) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`,
  )
  file += `xref\n0 1\n0000000000 65535 f \n${sections.join('')}`
  file += `trailer\n<< /Size ${objects.length + 10} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** A stream as an object, compressed. */
export function aStream(dictionary: string, content: Buffer | string): string {
  const packed = deflateSync(content).toString('latin1')
  return `<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`
}

/** Objects that stand compressed in another one (ISO 32000-2, 7.5.7); the first has the number 20. */
export function anObjectStream(objects: readonly string[]): string {
  let places = ''
  let bodies = ''
  for (const [index, object] of objects.entries()) {
    places += `${20 + index} ${bodies.length} `
    bodies += `${object} `
  }
  return aStream(`/Type /ObjStm /N ${objects.length} /First ${places.length}`, places + bodies)
}

interface LockedOptions {
  /** Without it the PDF opens, though not for changing. */
  readonly password?: string
}

/** An encrypted PDF. */
export function aLockedPdf({ password }: LockedOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    ownerPassword: 'of its owner',
    ...(password !== undefined && { userPassword: password }),
  })
  pdf.text('A statement of a bank')
  const chunks: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  pdf.end()
  return finished
}
