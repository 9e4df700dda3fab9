import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { integratorIssueCodes, issueCodes, problems } from '@connect/contract/problems'
import { locales } from '@connect/contract/shared/text'
import { copyFolders, placeholders, readWords, sourceFiles, sourceFolder } from './copy-files.ts'

const folders = copyFolders()
const languages = locales.filter((language) => language !== 'en')

describe.each(folders)('%s', (folder) => {
  const english = readWords(`${sourceFolder}${folder}/en.json`)

  test.each(languages)('says in %s what it says in English, no key more or less', (language) => {
    const other = readWords(`${sourceFolder}${folder}/${language}.json`)
    expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort())
  })

  test.each(languages)('fills the same values into the same messages in %s', (language) => {
    const other = readWords(`${sourceFolder}${folder}/${language}.json`)
    const differing = Object.keys(english).filter(
      (key) => placeholders(english[key] ?? '').join() !== placeholders(other[key] ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  test('leaves no message empty', () => {
    const empty = locales.flatMap((language) =>
      Object.entries(readWords(`${sourceFolder}${folder}/${language}.json`))
        .filter(([, message]) => message.trim() === '')
        .map(([key]) => `${language} ${key}`),
    )
    expect(empty).toEqual([])
  })
})

test('no Spanish sentence ends with a time of day, which has a period of its own', () => {
  const doubled = folders.flatMap((folder) =>
    Object.entries(readWords(`${sourceFolder}${folder}/es.json`))
      .filter(([, message]) => message.includes('{moment}.'))
      .map(([key]) => key),
  )
  expect(doubled).toEqual([])
})

test('no key stands in two places', () => {
  const keys = folders.flatMap((folder) => Object.keys(readWords(`${sourceFolder}${folder}/en.json`)))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('every key is used by the program', () => {
  const patterns = sourceFiles().flatMap((file) => keysNamed(readFileSync(file, 'utf8')))
  const literal = new Set(patterns.filter((pattern) => typeof pattern === 'string'))
  const made = patterns.filter((pattern) => typeof pattern !== 'string')
  const unused = folders
    .flatMap((folder) => Object.keys(readWords(`${sourceFolder}${folder}/en.json`)))
    .filter((key) => !literal.has(key) && !made.some((pattern) => pattern.test(key)))
  expect(unused).toEqual([])
})

test('every problem and issue of the API has words, and no others have', () => {
  const keys = Object.keys(readWords(`${sourceFolder}lib/copy/problems/en.json`)).sort()
  const codes = [
    ...Object.keys(problems).map((code) => `problem.${code}`),
    ...Object.keys(issueCodes)
      .filter((code) => !(code in integratorIssueCodes))
      .map((code) => `issue.${code}`),
    // What the SPA itself has to say about an answer: there was none, or one that it does not know yet.
    'problem.unknown',
    'problem.unreachable',
  ]
  expect(keys).toEqual(codes.sort())
})

/** The keys that a source file names: as text, and as patterns such as `help.${page}.title`. */
function keysNamed(source: string): (string | RegExp)[] {
  const texts = [...source.matchAll(/['"]([\w.]+)['"]/g)].map(([, text = '']) => text)
  const patterns = [...source.matchAll(/`([\w.]*\.[\w.]*\$\{[^`]*)`/g)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
    return new RegExp(`^${parts.join('.+')}$`)
  })
  return [...texts, ...patterns]
}
