import { changeTypeOf, documentKindOf } from '@connect/contract/changes/change-types'
import { agencyActsBy } from '@connect/contract/changes/what-next'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { encode } from 'uqr'
import { beginTaggedPdf, type Section } from '../../kernel/pdf/tagged-pdf.ts'
import { calendarDayIn, timeIn } from '../../kernel/time-words.ts'
import { receiptWords } from './receipt-words.ts'

/** Edge of a field of the QR code that phones read well from paper, in points. */
const field = 2

/** What stands on a receipt beside what it says. */
export interface ReceiptSurroundings {
  readonly site: string
  /** What `receiptCode` made. */
  readonly code: string
  /** Whom to ask, such as a number and its hours; null where the agency has nobody. */
  readonly line: string | null
}

/**
 * A receipt on paper, in the language in which it was given: what was sent, each change with its own due date, each file
 * with what tells it from any other. Answers are not on it: a receipt is shown to others.
 */
export async function receiptDocument(
  receipt: Receipt,
  { site, code, line }: ReceiptSurroundings,
): Promise<Buffer> {
  const { locale, confirmationNumber, channel, kind, message } = receipt
  const words = receiptWords[locale]
  const day = calendarDayIn(locale)
  const submitted = timeIn(locale)(receipt.submittedAt)
  const document = beginTaggedPdf({ title: words.title, locale, createdAt: receipt.submittedAt })
  document.highlight(words.number(confirmationNumber))
  const arrived =
    channel === 'online'
      ? words.received[kind](submitted)
      : words.entered[channel](day(receipt.receivedOn), submitted)
  // In Spanish a time of day ends with a period of its own.
  document.paragraph(arrived.replace(/\.\.$/, '.'))
  if (receipt.corrects !== null) document.paragraph(words.corrects(receipt.corrects))
  if (receipt.signedName !== null) document.paragraph(words.signedBy(receipt.signedName))
  if (receipt.changes.length > 0) document.section(changesOf(receipt))
  document.section(documentsOf(receipt), words.noDocuments)
  if (message !== null)
    document.section({
      heading: words.headings[channel === 'online' ? 'message' : 'note'],
      lines: message.split('\n').map((text) => ({ text: text.replaceAll('\t', ' ') })),
    })
  const actsBy = day(agencyActsBy(receipt.receivedOn))
  document.section({
    heading: words.headings.next,
    lines: [words.next(actsBy), words.told, ...(line === null ? [] : [words.ask(actsBy, line)])].map(
      (text) => ({ text }),
    ),
  })
  const address = `${site}/receipts/verify`
  document.section({
    heading: words.headings.check,
    lines: [{ text: `${words.check(address)} ${words.code}` }],
  })
  const { data: fields } = encode(`${address}#${code}`, { border: 2 })
  document.picture({ fields, edge: fields.length * field, meaning: words.codeMeaning(address) })
  return document.finish((number, count) =>
    [words.page(number, count), confirmationNumber, submitted, site].join(' · '),
  )
}

function changesOf({ locale, changes }: Receipt): Section {
  const words = receiptWords[locale]
  const day = calendarDayIn(locale)
  return {
    heading: words.headings.changes,
    lines: changes.map(({ typeId, changedOn, dueOn, inTime, documentsLater }) => ({
      label: changeTypeOf(typeId)?.label[locale] ?? typeId,
      text: [
        words.change(day(changedOn), day(dueOn), inTime),
        ...(documentsLater.length === 0
          ? []
          : [words.later(documentsLater.map((id) => kindOf(id, locale)).join(', '))]),
      ].join(' '),
    })),
  }
}

function documentsOf({ locale, documents }: Receipt): Section {
  const words = receiptWords[locale]
  const count = new Intl.NumberFormat(`${locale}-US`)
  return {
    heading: words.headings.documents,
    lines: documents.map(({ kind, fileName, mediaType, pages, bytes, sha256 }) => ({
      label: kindOf(kind, locale),
      text: [
        fileName,
        words.file[mediaType],
        ...(pages === null ? [] : [words.pages(pages)]),
        words.bytes(count.format(bytes)),
        `SHA-256 ${sha256}`,
      ].join(', '),
    })),
  }
}

function kindOf(id: string, locale: Receipt['locale']): string {
  return documentKindOf(id)?.label[locale] ?? id
}
