import { buffer } from 'node:stream/consumers'
import type { Locale } from '@connect/contract/shared/text'
import PDFDocument from 'pdfkit'
import { fontBytes, fontRuns, type FontName } from './pdf-fonts.ts'

type Pdf = InstanceType<typeof PDFDocument>

const size = { title: 20, heading: 14, text: 11, small: 9 } as const
const margin = 56

/** Stands for a character that no font of ours has. */
const missing = '□'

/** A heading, and below it lines: with a label, or without. */
export interface Section {
  readonly heading: string
  readonly lines: readonly { readonly label?: string; readonly text: string }[]
  readonly note?: string | undefined
}

interface Frame {
  readonly title: string
  readonly locale: Locale
  /** An instant; the same document of the same instant has the same bytes. */
  readonly createdAt: string
}

/** A square picture of black fields on white, and what it says to whoever does not see it. */
interface Picture {
  readonly fields: readonly (readonly boolean[])[]
  /** Its edge, in points of 1/72 inch. */
  readonly edge: number
  readonly meaning: string
}

/** What a text has no letters for in any font of ours. */
export function lacksLetters(text: string): boolean {
  return fontRuns(text, 'regular').some(({ font }) => font === null)
}

/**
 * A document to read and to print: tagged, with its title as a heading, and language, on letter paper. Parts follow
 * each other in the order of the calls.
 */
export function beginTaggedPdf({ title, locale, createdAt }: Frame) {
  const pdf = new PDFDocument({
    size: 'LETTER',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    bufferPages: true,
    font: '',
    info: { Title: title, Author: 'ConneCT', CreationDate: new Date(createdAt) },
  })
  const finished = buffer(pdf)
  const fonts = fontsOf(pdf)
  const root = pdf.struct('Document', { title, lang: locale })
  pdf.addStructure(root)
  const write = writerOf(pdf, fonts)
  root.add(write('H1', 'bold', size.title, [title]))
  return {
    paragraph: (text: string) => void root.add(write('P', 'regular', size.text, [text])),
    /** Set off, as what people look for first. */
    highlight: (text: string) => void root.add(write('P', 'bold', size.heading, [text])),

    /** A heading with a list below it; `nothing` stands for an empty one. */
    section({ heading, lines, note }: Section, nothing = ''): void {
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
    },

    /** A picture of its own line, on the next page where this one has no room for it. */
    picture({ fields, edge, meaning }: Picture): void {
      pdf.moveDown(0.5)
      if (pdf.y + edge > pdf.page.height - margin) pdf.addPage()
      const { y } = pdf
      root.add(pdf.struct('Figure', { alt: meaning }, () => drawFields(pdf, fields, { y, edge })))
      pdf.y = y + edge
      pdf.moveDown(0.5)
    },

    /** Ends the document, each page with a line at its foot. */
    async finish(foot: (number: number, count: number) => string): Promise<Buffer> {
      root.end()
      addFooters(pdf, fonts, foot)
      pdf.end()
      return finished
    },
  }
}

type Write = (
  type: string,
  font: 'regular' | 'bold',
  points: number,
  texts: readonly string[],
) => ReturnType<Pdf['struct']>

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

/** Fields side by side are drawn as one, so that no hair of white is seen between them. */
function drawFields(
  pdf: Pdf,
  fields: readonly (readonly boolean[])[],
  { y, edge }: { readonly y: number; readonly edge: number },
): void {
  const unit = edge / fields.length
  for (const [row, line] of fields.entries()) {
    for (let from = 0; from < line.length; from += 1) {
      if (line[from] !== true) continue
      let to = from
      while (line[to + 1] === true) to += 1
      pdf.rect(margin + from * unit, y + row * unit, (to - from + 1) * unit, unit)
      from = to
    }
  }
  pdf.fill('black')
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
    fonts.use('regular', size.small)
    pdf.text(text(page - start + 1, count), margin, pdf.page.height - margin + 16, { lineBreak: false })
    pdf.endMarkedContent()
    pdf.page.margins.bottom = bottom
  }
}
