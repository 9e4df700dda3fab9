import type { FedNotice } from '@connect/contract/rooms/case-feed'
import PDFDocument from 'pdfkit'
import type { Letter } from './household.ts'

/** Stands under every made-up letter, so that nobody takes one for real. */
const fictional = {
  en: 'This letter is made up for a demonstration. It is about nobody.',
  es: 'Esta carta se inventó para una demostración. No trata de ninguna persona real.',
} as const

const department = {
  en: 'Department of Social Services',
  es: 'Departamento de Servicios Sociales',
} as const

/**
 * A made-up letter as the feed takes it: plain text, or a tagged document on letter paper. The client ID of whoever gets
 * it stands at the top, in groups of three, as people are told to look for it.
 */
export async function fedLetter(letter: Letter, clientId: string): Promise<FedNotice> {
  const head = headOf(letter, clientId)
  const content =
    letter.format === 'pdf' ? await asDocument(letter, head) : Buffer.from(asText(letter, head), 'utf8')
  return {
    ...letter.notice,
    mediaType: letter.format === 'pdf' ? 'application/pdf' : 'text/plain',
    contentBase64: content.toString('base64'),
  }
}

function headingOf({ notice, locale }: Letter): string {
  return locale === 'es' ? (notice.title.es ?? notice.title.en) : notice.title.en
}

function dayOf({ notice, locale }: Letter): string {
  const day = new Intl.DateTimeFormat(`${locale}-US`, { dateStyle: 'long', timeZone: 'UTC' })
  return day.format(new Date(`${notice.issuedOn}T00:00:00Z`))
}

function headOf(letter: Letter, clientId: string): string[] {
  return [
    department[letter.locale],
    `Client ID: ${clientId.match(/\d{3}/g)?.join(' ') ?? clientId}`,
    dayOf(letter),
  ]
}

function asText(letter: Letter, head: readonly string[]): string {
  const body = [headingOf(letter), ...letter.paragraphs, fictional[letter.locale], '']
  return [head.join('\n'), ...body].join('\n\n')
}

/** The same bytes whenever it is made of the same letter: nothing in it but the letter's own day. */
function asDocument(letter: Letter, head: readonly string[]): Promise<Buffer> {
  const heading = headingOf(letter)
  const pdf = new PDFDocument({
    size: 'LETTER',
    margin: 72,
    pdfVersion: '1.7',
    tagged: true,
    lang: letter.locale,
    displayTitle: true,
    info: {
      Title: heading,
      Author: 'ConneCT',
      CreationDate: new Date(`${letter.notice.issuedOn}T12:00:00Z`),
    },
  })
  const chunks: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('error', reject)
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks))
    })
  })
  const root = pdf.struct('Document', { title: heading, lang: letter.locale })
  pdf.addStructure(root)
  const write = (type: string, points: number, text: string) => {
    root.add(
      pdf.struct(type, {}, () => {
        pdf.fontSize(points).text(text, { lineGap: 4 }).moveDown(0.8)
      }),
    )
  }
  for (const line of head) write('P', 11, line)
  write('H1', 18, heading)
  for (const paragraph of [...letter.paragraphs, fictional[letter.locale]]) write('P', 12, paragraph)
  root.end()
  pdf.end()
  return finished
}
