import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import type { ContactLine } from '../src/lib/contact/contact-lines.ts'
import { hoursInWords, type HoursWords } from '../src/lib/contact/hours.ts'

type Language = 'en' | 'es'

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
        (['en', 'es'] as const).map((language) => section(language, items, paragraphs)).join('\n')
      return html
        .replace('<!-- without-script -->', () => sections(['no_script.what', 'no_script.script']))
        .replace('<!-- without-service -->', () => sections(['no_script.what', 'error_page.text']))
    },
  }
}

function section(language: Language, lines: readonly ContactLine[], paragraphs: readonly string[]): string {
  const read = wordsOf(language)
  return `<div class="page main" lang="${language}">
<h1>${read('no_script.heading')}</h1>
${paragraphs.map((id) => `<p>${read(id)}</p>`).join('\n')}
${lines.map((line) => lineInHtml(line, language, read)).join('\n')}
</div>`
}

function lineInHtml(line: ContactLine, language: Language, read: (id: string) => string): string {
  const fill = (id: string, values: Record<string, string>) =>
    read(id).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  const words: HoursWords = {
    days: (first, last) => fill('hours.days', { first, last }),
    hours: (days, opens, closes) => fill('hours.hours', { days, opens, closes }),
  }
  const facts = [
    line.phone && `<a href="tel:+${line.phone.replace(/\D/g, '')}">${line.phone}</a>`,
    ...line.address,
    line.hours && hoursInWords(line.hours, language, words),
    line.automatedAllDay && read('hours.automated'),
  ]
  return `<h2>${line.name[language]}</h2>\n<p>${facts.filter(Boolean).join('<br />')}</p>`
}

function wordsOf(language: Language): (id: string) => string {
  const file = new URL(`../src/lib/copy/${language}.json`, import.meta.url)
  const noScript = new URL(`./no-script/${language}.json`, import.meta.url)
  const words = {
    ...(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>),
    ...(JSON.parse(readFileSync(noScript, 'utf8')) as Record<string, string>),
  }
  return (id) => {
    const text = words[id]
    if (text === undefined) throw new Error(`There are no words for ${id} in ${language}`)
    return text
  }
}
