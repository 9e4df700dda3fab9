import { buffer } from 'node:stream/consumers'
import type { Locale } from '@connect/contract/shared/text'
import PDFDocument from 'pdfkit'

/** A JPEG, and what it is called. */
interface Photo {
  readonly name: string
  readonly jpeg: Buffer
}

/** Letter paper, in points of 1/72 inch. */
const paper = { short: 612, long: 792 } as const
const margin = 18

/** A PDF with a page for each photo, as they are: tagged, each with the name that its file had. */
export async function photosPdf(
  photos: readonly Photo[],
  { title, locale }: { readonly title: string; readonly locale: Locale },
): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    font: '',
    info: { Title: title, Author: 'ConneCT' },
  })
  const finished = buffer(pdf)
  const root = pdf.struct('Document', { title, lang: locale })
  pdf.addStructure(root)
  for (const { name, jpeg } of photos) {
    // Pictures without text: what they show stands nowhere, so their name has to do.
    const [width, height] = isWide(jpeg) ? [paper.long, paper.short] : [paper.short, paper.long]
    pdf.addPage({ size: [width, height], margin })
    const fit: [number, number] = [width - 2 * margin, height - 2 * margin]
    root.add(
      pdf.struct('Figure', { alt: name }, () => {
        pdf.image(jpeg, margin, margin, { fit, align: 'center', valign: 'center' })
      }),
    )
  }
  root.end()
  pdf.end()
  return finished
}

/** Whether it is wider than high: by its frame, the segment that says how it is coded (ITU-T T.81, B.2.2). */
function isWide(jpeg: Buffer): boolean {
  for (let at = 2; at + 9 <= jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return jpeg.readUInt16BE(at + 7) > jpeg.readUInt16BE(at + 5)
  }
  return false
}
