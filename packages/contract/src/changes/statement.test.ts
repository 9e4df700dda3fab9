import { expect, it } from 'vitest'
import { locales } from '../shared/text.ts'
import { readingGrade } from '../testing/readability.ts'
import { statement } from './statement.ts'

it('is signed in short sentences, which one reads at grade 6 or lower', () => {
  for (const locale of locales) {
    const sentences = statement.text[locale].split(/\.\s*/).filter(Boolean)
    for (const sentence of sentences) expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(24)
  }
  expect(readingGrade(statement.text.en)).toBeLessThanOrEqual(6)
})
