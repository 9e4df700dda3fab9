import { agencyActsBy } from '@connect/contract/changes/what-next'
import type { Locale } from '@connect/contract/shared/text'
import type { MailTemplate, MailValues } from '../../kernel/notices.ts'

/** One piece of a text: a paragraph, a list, or a link to a page of ours with words that say where it leads. */
export type MailPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly path: string }

/** What an e-mail says. The subject names nobody and nothing that belongs to a person. */
interface MailText {
  readonly subject: string
  readonly parts: readonly MailPart[]
}

/** The line that a text tells people to call. */
export interface SupportLine {
  readonly phone: string
  /** Days as ISO 8601 weekdays (1 is Monday), times as HH:MM; null where none are known. */
  readonly hours: { readonly days: readonly number[]; readonly opens: string; readonly closes: string } | null
}

/** The words of one language. */
export interface MailWords {
  readonly text: Readonly<Record<MailTemplate, (values: ValueReader) => MailText>>
  readonly greeting: string
  /** Whom to call, and when. */
  readonly help: (phone: string, hours: string | null) => string
  /** “{first} to {last}, {opens} to {closes}” */
  readonly hours: (first: string, last: string, opens: string, closes: string) => string
  /** Where it comes from, and that nobody reads an answer. */
  readonly signature: (host: string) => readonly string[]
}

/** The e-mails about reports, proofs and files. */
export type ReportMail = Pick<
  MailWords['text'],
  Extract<MailTemplate, `report_${string}` | `document_${string}` | `documents_${string}`>
>

export type MailWordsByLocale = Readonly<Record<Locale, MailWords>>

/** Reads what a template is filled with; throws where a value is missing, which is a fault of whoever wrote the e-mail. */
export interface ValueReader {
  readonly text: (name: string) => string
  /** A calendar day as people write it. */
  readonly day: (name: string) => string
  /** The day by which the agency acts on what reached it on that day, written the same way. */
  readonly agencyActsBy: (name: string) => string
  readonly list: (name: string) => readonly string[]
}

export function readValues(values: MailValues, locale: Locale): ValueReader {
  function text(name: string): string {
    const value = values[name]
    if (typeof value !== 'string') throw new TypeError(`An e-mail lacks its text "${name}"`)
    return value
  }
  return {
    text,
    day: (name) => longDay(text(name), locale),
    agencyActsBy: (name) => longDay(agencyActsBy(text(name)), locale),
    list(name) {
      const value = values[name]
      if (!Array.isArray(value)) throw new TypeError(`An e-mail lacks its list "${name}"`)
      return value as readonly string[]
    },
  }
}

/** “November 21, 2026”, “21 de noviembre de 2026”. */
function longDay(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(`${locale}-US`, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

export function paragraph(text: string): MailPart {
  return { kind: 'paragraph', text }
}

export function link(label: string, path: string): MailPart {
  return { kind: 'link', label, path }
}
