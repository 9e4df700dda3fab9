import type { Locale } from '@connect/contract/shared/text'
import type { MailTemplate, MailValues } from '../../kernel/notices.ts'
import {
  paragraph,
  readValues,
  type MailPart,
  type MailWordsByLocale,
  type SupportLine,
} from './mail-text.ts'
import { englishMail } from './templates/en.ts'
import { spanishMail } from './templates/es.ts'

const words: MailWordsByLocale = { en: englishMail, es: spanishMail }

/** Where its links lead and whom it says to call. */
export interface MailSurroundings {
  /** Our own origin: no link leads anywhere else. */
  readonly publicUrl: string
  readonly support: SupportLine | null
}

/** A whole e-mail, as text alone and as HTML; `parts` are the same words with whole addresses. */
export interface ComposedMail {
  readonly subject: string
  readonly parts: readonly ComposedPart[]
  readonly text: string
  readonly html: string
}

type ComposedPart =
  | Exclude<MailPart, { kind: 'link' }>
  | { readonly kind: 'link'; readonly label: string; readonly href: string }

/** Puts an e-mail together from its template. Throws a TypeError when the template lacks one of its values. */
export function composeMail(
  { template, locale, values }: { template: MailTemplate; locale: Locale; values: MailValues },
  { publicUrl, support }: MailSurroundings,
): ComposedMail {
  const spoken = words[locale]
  const { subject, parts } = spoken.text[template](readValues(values, locale))
  const help = support && paragraph(spoken.help(support.phone, hoursInWords(support.hours, locale)))
  const composed = [
    paragraph(spoken.greeting),
    ...parts,
    ...(help === null ? [] : [help]),
    ...spoken.signature(new URL(publicUrl).host).map(paragraph),
  ].map((part) => withAddress(part, publicUrl))
  return { subject, parts: composed, text: asText(composed), html: asHtml(subject, locale, composed) }
}

function withAddress(part: MailPart, publicUrl: string): ComposedPart {
  if (part.kind !== 'link') return part
  return { kind: 'link', label: part.label, href: new URL(part.path, publicUrl).href }
}

function asText(parts: readonly ComposedPart[]): string {
  const blocks = parts.map((part) => {
    if (part.kind === 'paragraph') return part.text
    return part.kind === 'link'
      ? `${part.label}:\n${part.href}`
      : part.items.map((item) => `- ${item}`).join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}

function asHtml(subject: string, locale: Locale, parts: readonly ComposedPart[]): string {
  const blocks = parts.map((part) => {
    if (part.kind === 'paragraph') return `<p>${escapeHtml(part.text)}</p>`
    if (part.kind === 'link') return `<p><a href="${escapeHtml(part.href)}">${escapeHtml(part.label)}</a></p>`
    return `<ul>${part.items.map((item) => `<li><b>${escapeHtml(item)}</b></li>`).join('')}</ul>`
  })
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font: 17px/1.5 system-ui, sans-serif; max-width: 36em; margin: 1.5em auto; padding: 0 1em">',
    ...blocks,
    '</body></html>\n',
  ].join('\n')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** “Monday to Friday, 8:30 a.m. to 5 p.m.”, in the middle of a sentence. */
function hoursInWords(hours: SupportLine['hours'], locale: Locale): string | null {
  const first = hours?.days[0]
  const last = hours?.days.at(-1)
  if (!hours || first === undefined || last === undefined) return null
  return words[locale].hours(
    dayName(first, locale),
    dayName(last, locale),
    clock(hours.opens),
    clock(hours.closes),
  )
}

/** The first of January 2024 was a Monday. */
function dayName(day: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  )
}

/** “08:30” as “8:30 a.m.”: both languages write the hours of the day so in this country. */
function clock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`
}
