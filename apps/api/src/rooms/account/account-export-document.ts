import type { AccountExport } from '@connect/contract/rooms/account-export'
import { beginTaggedPdf, lacksLetters } from '../../kernel/pdf/tagged-pdf.ts'
import { dayIn } from '../../kernel/time-words.ts'
import { exportSections } from './account-export-sections.ts'
import { exportWords } from './account-export-words.ts'

/**
 * The export as a document to read and to print, in the language of the profile, each page with its number, the day
 * and the address of the site.
 */
export async function exportDocument(data: AccountExport, site: string): Promise<Buffer> {
  const { locale } = data.account
  const words = exportWords[locale]
  const day = dayIn(locale)(data.exportedAt)
  const document = beginTaggedPdf({ title: words.title, locale, createdAt: data.exportedAt })
  const sections = exportSections(data)
  document.paragraph(words.introduction(day))
  document.paragraph(words.notIncluded)
  if (sections.some(({ lines }) => lines.some(({ text }) => lacksLetters(text))))
    document.paragraph(words.missingLetters)
  for (const section of sections) document.section(section, words.nothing)
  return document.finish((number, count) => `${words.page(number, count)} · ${day} · ${site}`)
}
