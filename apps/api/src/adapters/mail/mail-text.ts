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

export type MailWordsByLocale = Readonly<Record<Locale, MailWords>>

/** Reads what a template is filled with; throws where a value is missing, which is a fault of whoever wrote the e-mail. */
export interface ValueReader {
  readonly text: (name: string) => string
  readonly list: (name: string) => readonly string[]
}

export function readValues(values: MailValues): ValueReader {
  return {
    text(name) {
      const value = values[name]
      if (typeof value !== 'string') throw new TypeError(`An e-mail lacks its text "${name}"`)
      return value
    },
    list(name) {
      const value = values[name]
      if (!Array.isArray(value)) throw new TypeError(`An e-mail lacks its list "${name}"`)
      return value as readonly string[]
    },
  }
}

export function paragraph(text: string): MailPart {
  return { kind: 'paragraph', text }
}

export function link(label: string, path: string): MailPart {
  return { kind: 'link', label, path }
}
