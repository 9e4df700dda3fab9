import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { proseOf, readingGrade } from './testing/reading-grade.ts'

const copyFolder = new URL('copy/', import.meta.url)

describe('the measure', () => {
  it('finds a primer easy', () => {
    expect(readingGrade('The cat sat on the mat. The dog saw the cat and ran.')).toBeLessThan(1)
  })

  it('finds the language of statutes hard', () => {
    const statute =
      'Applicants are required to furnish satisfactory documentation of eligibility prior to the determination ' +
      'of benefits, notwithstanding any verification previously submitted to the administering agency.'
    expect(readingGrade(statute)).toBeGreaterThan(15)
  })

  it('reads the words of links and leaves out addresses, placeholders and short labels', () => {
    expect(proseOf('Name\n- See [our list of all forms](/forms) before {date}.')).toBe(
      'See our list of all forms before it.',
    )
  })
})

describe('every page of the content room, in English', () => {
  const pages = Object.entries(Object.groupBy(messages(), ({ page }) => page))

  it.each(pages)('%s can be read at grade 7 or below', (_page, texts = []) => {
    const prose = texts.map(({ text }) => proseOf(text)).join('\n')
    expect(readingGrade(prose)).toBeLessThanOrEqual(7)
  })
})

/** Pages for people who write programs are held to no grade. */
function messages(): { page: string; text: string }[] {
  return readdirSync(copyFolder, { withFileTypes: true })
    .filter((topic) => topic.isDirectory() && topic.name !== 'problems')
    .flatMap((topic) => Object.entries(readCopy(`${topic.name}/en.json`)))
    .map(([key, text]) => ({ page: pageOf(key), text }))
}

function readCopy(file: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(file, copyFolder), 'utf8')) as Record<string, string>
}

/** Keys start with the name of their page; help texts with `help.` and the page that they are about. */
function pageOf(key: string): string {
  const [room = '', page = ''] = key.split('.')
  return room === 'help' && key.split('.').length > 2 ? `help.${page}` : room
}
