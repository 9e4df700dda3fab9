import { readFileSync } from 'node:fs'
import type { Locale } from '@connect/contract/shared/text'
import type { Plugin } from 'vite'
import type { ContactLine } from '../src/lib/contact/contact-lines.ts'
import { hoursInWords, type HoursWords } from '../src/lib/contact/hours.ts'
import { languages, wordsOf, type Read } from './words.ts'

const bundle = new URL('../src/lib/contact/contact-lines.json', import.meta.url)

/**
 * Writes into the page what this site is and how to reach the Department, in both languages, from the same file of
 * phone lines and hours that the application shows: for browsers without JavaScript, and for when the application does
 * not arrive.
 */
export function withoutApplication(): Plugin {
  return {
    name: 'connect:without-application',
    transformIndexHtml: (html) => {
      const { items } = JSON.parse(readFileSync(bundle, 'utf8')) as { items: ContactLine[] }
      const sections = (paragraphs: readonly string[]) =>
        languages.map((language) => section(language, items, paragraphs)).join('\n')
      return html
        .replace('<!-- without-script -->', () => sections(['no_script.what', 'no_script.script']))
        .replace('<!-- without-service -->', () => sections(['no_script.what', 'error_page.text']))
    },
  }
}

function section(language: Locale, lines: readonly ContactLine[], paragraphs: readonly string[]): string {
  const read = wordsOf(['src/lib/copy', 'build/no-script'], language)
  return `<div class="page main" lang="${language}">
<h1>${read('no_script.heading')}</h1>
${paragraphs.map((id) => `<p>${read(id)}</p>`).join('\n')}
${lines.map((line) => lineInHtml(line, language, read)).join('\n')}
</div>`
}

function lineInHtml(line: ContactLine, language: Locale, read: Read): string {
  const words: HoursWords = {
    days: (first, last) => read('hours.days', { first, last }),
    hours: (days, opens, closes) => read('hours.hours', { days, opens, closes }),
  }
  const facts = [
    line.phone && `<a href="tel:+${line.phone.replace(/\D/g, '')}">${line.phone}</a>`,
    ...line.address,
    line.hours && hoursInWords(line.hours, language, words),
    line.automatedAllDay && read('hours.automated'),
  ]
  return `<h2>${line.name[language]}</h2>\n<p>${facts.filter(Boolean).join('<br />')}</p>`
}
