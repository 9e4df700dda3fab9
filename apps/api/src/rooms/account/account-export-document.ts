import type { AccountExport } from '@connect/contract/rooms/account-profile'
import PDFDocument from 'pdfkit'
import { fontBytes, fontRuns, type FontName } from './account-export-fonts.ts'
import { exportSections, dayIn, type Section } from './account-export-sections.ts'
import { exportWords } from './account-export-words.ts'

type Pdf = InstanceType<typeof PDFDocument>
type Element = ReturnType<Pdf['struct']>

const size = { title: 20, heading: 14, text: 11, footer: 9 } as const
const margin = 56

/** Stands for a character that no font of ours has. */
const missing = '□'

/**
 * The export as a document to read and to print: tagged, with its title and language, in the language of the
 * profile, on letter paper, each page with its number, the day and the address of the site.
 */
export async function exportDocument(data: AccountExport, site: string): Promise<Buffer> {
  const { locale } = data.account
  const words = exportWords[locale]
  const day = dayIn(locale)(data.exportedAt)
  const pdf = new PDFDocument({
    size: 'LETTER',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    bufferPages: true,
    font: '',
    info: { Title: words.title, Author: 'ConneCT', CreationDate: new Date(data.exportedAt) },
  })
  const finished = bytesOf(pdf)
  const fonts = fontsOf(pdf)
  const sections = exportSections(data)
  const root = pdf.struct('Document', { title: words.title, lang: locale })
  pdf.addStructure(root)
  const write = writerOf(pdf, fonts)
  root.add(write('H1', 'bold', size.title, [words.title]))
  root.add(write('P', 'regular', size.text, [words.introduction(day)]))
  root.add(write('P', 'regular', size.text, [words.notIncluded]))
  if (sections.some(lacksLetters)) root.add(write('P', 'regular', size.text, [words.missingLetters]))
  for (const section of sections) addSection(pdf, root, section, write, words.nothing)
  root.end()
  addFooters(pdf, fonts, (number, count) => `${words.page(number, count)} · ${day} · ${site}`)
  pdf.end()
  return finished
}

type Write = (type: string, font: 'regular' | 'bold', points: number, texts: readonly string[]) => Element

/** Writes a paragraph of its own: the first of two texts is its label, in bold. */
function writerOf(pdf: Pdf, fonts: Fonts): Write {
  return (type, font, points, texts) =>
    pdf.struct(type, {}, () => {
      const labelled = texts.length > 1
      const runs = texts.flatMap((text, index) =>
        fontRuns(index === 0 && labelled ? `${text}: ` : text, index === 0 && labelled ? 'bold' : font),
      )
      for (const [index, run] of runs.entries()) {
        fonts.use(run.font ?? font, points)
        pdf.text(run.font === null ? missing.repeat([...run.text].length) : run.text, {
          continued: index < runs.length - 1,
          lineGap: 3,
        })
      }
    })
}

function addSection(
  pdf: Pdf,
  root: Element,
  { heading, lines, note }: Section,
  write: Write,
  nothing: string,
) {
  pdf.moveDown(0.8)
  root.add(write('H2', 'bold', size.heading, [heading]))
  pdf.moveDown(0.2)
  if (lines.length === 0) root.add(write('P', 'regular', size.text, [nothing]))
  else {
    const list = pdf.struct('L')
    root.add(list)
    for (const { label, text } of lines) {
      const item = pdf.struct('LI')
      list.add(item)
      item.add(write('LBody', 'regular', size.text, label === undefined ? [text] : [label, text]))
      item.end()
    }
    list.end()
  }
  if (note !== undefined) root.add(write('P', 'regular', size.text, [note]))
}

function lacksLetters({ lines }: Section): boolean {
  return lines.some(({ text }) => fontRuns(text, 'regular').some(({ font }) => font === null))
}

interface Fonts {
  use(name: FontName, points: number): void
}

/** Fonts are embedded when they are first used: most documents need two. */
function fontsOf(pdf: Pdf): Fonts {
  const registered = new Set<FontName>()
  return {
    use(name, points) {
      if (!registered.has(name)) pdf.registerFont(name, fontBytes(name))
      registered.add(name)
      pdf.font(name).fontSize(points)
    },
  }
}

/** What stands on every page is read to nobody: it is no part of what the document says. */
function addFooters(pdf: Pdf, fonts: Fonts, text: (number: number, count: number) => string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    const { bottom } = pdf.page.margins
    // Below the margin a text would open a page of its own.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    fonts.use('regular', size.footer)
    pdf.text(text(page - start + 1, count), margin, pdf.page.height - margin + 16, { lineBreak: false })
    pdf.endMarkedContent()
    pdf.page.margins.bottom = bottom
  }
}

function bytesOf(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
