import { readdirSync, readFileSync } from 'node:fs'
import { problemCodes } from '@connect/contract/problems'
import { describe, expect, it } from 'vitest'
import { bundledContactLines } from '../../lib/contact/contact-lines.ts'
import { paths } from '../../lib/paths.ts'
import { parseProse, type Block, type Inline } from './prose.ts'
import { questionGroups } from './questions/questions.ts'
import { taglines } from './taglines.ts'

const folder = new URL('copy/', import.meta.url)
const topics = readdirSync(folder)

describe.each(topics)('the words of %s', (topic) => {
  const english = readCopy(topic, 'en')
  const spanish = readCopy(topic, 'es')

  it('are there in both languages', () => {
    expect(Object.keys(spanish)).toEqual(Object.keys(english))
  })

  it('link to pages and phone lines that exist', () => {
    const known = new Set<string>([
      ...pathsOf(paths),
      ...bundledContactLines.items.map(({ id }) => `line:${id}`),
    ])
    const unknown = [...Object.values(english), ...Object.values(spanish)]
      .flatMap(linksOf)
      .filter((target) => !target.startsWith('https://') && !known.has(target.replace(/[?#].*$/, '')))
    expect(unknown).toEqual([])
  })

  it('link to the same places in both languages', () => {
    const places = (copy: Record<string, string>) =>
      Object.entries(copy).map(([key, text]) => [key, linksOf(text).sort()])
    expect(places(spanish)).toEqual(places(english))
  })

  it('never raise their voice and never call anything invalid', () => {
    const loud = [...Object.values(english), ...Object.values(spanish)].filter((text) =>
      /[¡]|!(?! #)|\binvalid|\binválid|\billegal|\boops/iu.test(text),
    )
    expect(loud).toEqual([])
  })
})

describe('what the pages list', () => {
  it('has words for every problem of the catalogue', () => {
    const words = readCopy('problems', 'en')
    const missing = problemCodes.filter(
      (code) => !words[`problems.${code}.meaning`] || !words[`problems.${code}.action`],
    )
    expect(missing).toEqual([])
  })

  it('asks every question that has an answer', () => {
    const listed = questionGroups.flatMap(({ questions }) => questions.map((id) => `questions.${id}.answer`))
    const written = Object.keys(readCopy('questions', 'en')).filter(
      (key) => key.endsWith('.answer') && key.split('.').length === 3,
    )
    expect(written.sort()).toEqual(listed.sort())
  })

  it('offers free help in every tagline by phone and by TTY', () => {
    for (const { text } of taglines) expect(text).toMatch(/\{phone\}.*\{tty\}/)
    expect(new Set(taglines.map(({ language }) => language)).size).toBe(taglines.length)
  })
})

function readCopy(topic: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${topic}/${language}.json`, folder), 'utf8')) as Record<
    string,
    string
  >
}

function linksOf(message: string): string[] {
  return parseProse(message)
    .flatMap(inlinesOf)
    .flatMap((part) => (part.kind === 'link' ? [part.target] : []))
}

function inlinesOf(block: Block): readonly Inline[] {
  return block.kind === 'paragraph' ? block.content : block.entries.flat()
}

function pathsOf(tree: object): string[] {
  return Object.values(tree).flatMap((entry: unknown) =>
    typeof entry === 'string' ? [entry] : typeof entry === 'object' && entry !== null ? pathsOf(entry) : [],
  )
}
