import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fromRoot } from './workspace.ts'

const page = readFileSync(fromRoot('docs/asvs.md'), 'utf8')

/** The cells of every row of the tables below a heading; without their heads and rulers. */
function rowsBelow(heading: RegExp): string[][] {
  const sections = page.split(/^## /m).filter((section) => heading.test(section))
  return sections.flatMap((section) => {
    const lines = section.split('\n').filter((line) => line.startsWith('|'))
    return lines.slice(2).map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  })
}

const states = ['met', 'met in part', 'not yet', 'later', 'departed']

const ledger = rowsBelow(/^V\d/).map(
  ([id = '', level = '', asks = '', state = '', where = '', proof = '']) => ({
    id,
    level,
    asks,
    state,
    where,
    proof,
  }),
)

const count = (state: string, level: string) =>
  ledger.filter((row) => row.state === state && row.level === level).length

const numbers = (cells: readonly string[]) => cells.map(Number)

/** What a cell names between backticks that can only be a file or folder of the repository. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, name = '']) => name)
    .filter(
      (name) => /^[\w.-]+\/[\w./-]+$|\.(?:md|yaml|js|json|prisma|ts)$/.test(name) && !name.includes('*'),
    )
}

/** `file` “the name of a test in it”, “and of another”. */
function namedTestsIn(text: string): { file: string; name: string }[] {
  return [...text.matchAll(/`([^`\s]+)`((?:,? “[^”]+”)+)/g)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name: name.replace(/\s+/g, ' ') })),
  )
}

const isTest = (path: string) => /\.(?:test|spec)\.tsx?$/.test(path)

describe('the ledger of ASVS requirements', () => {
  test('has a row for each requirement, in the order of their numbers, and each once', () => {
    const ids = ledger.map(({ id }) => id)
    expect(ids.filter((id) => !/^\d+\.\d+\.\d+$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(ids.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })))
    expect(ledger.filter(({ asks, level }) => asks === '' || !['1', '2'].includes(level))).toEqual([])
  })

  test('knows the state of each', () => {
    expect(ledger.filter(({ state }) => !states.includes(state))).toEqual([])
  })

  test('counts in its head what its tables hold', () => {
    const counted = states.map((state) => [count(state, '1'), count(state, '2')])
    const sums = [0, 1].map((level) => counted.reduce((sum, row) => sum + (row[level] ?? 0), 0))
    const expected = [...counted, sums].map(([one = 0, two = 0]) => [one, two, one + two])
    const rows = rowsBelow(/^How it stands/)
    expect(rows.map(([state]) => state)).toEqual([...states, 'all that apply'])
    expect(rows.map(([, ...cells]) => numbers(cells))).toEqual(expected)
  })

  test('leaves none of the 345 out: what applies and what does not add up', () => {
    const rows = rowsBelow(/^What applies/).map(([, , ...cells]) => numbers(cells))
    const columns = [0, 1, 2, 3].map((column) =>
      rows.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0), 0),
    )
    expect(rows.at(-1)).toEqual(columns)
    expect(columns).toEqual([70, 183, 92, 345])
    const isApplying = (level: string) => ledger.filter((row) => row.level === level).length
    expect(rows[0]).toEqual([isApplying('1'), isApplying('2'), 0, ledger.length])
  })

  test('names only files that are there', () => {
    const named = [...new Set(pathsIn(page))]
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter((path) => !existsSync(fromRoot(path)))).toEqual([])
  })

  test('names only tests that are in their file', () => {
    const named = namedTestsIn(page)
    expect(named.length).toBeGreaterThan(50)
    const isThere = ({ file, name }: { file: string; name: string }) =>
      isTest(file) && existsSync(fromRoot(file)) && readFileSync(fromRoot(file), 'utf8').includes(name)
    expect(named.filter((one) => !isThere(one))).toEqual([])
  })

  test('calls nothing met without a test, and says of everything else what is missing', () => {
    const proven = ledger.filter(({ state }) => state === 'met')
    expect(proven.filter(({ proof }) => !pathsIn(proof).some(isTest))).toEqual([])
    expect(ledger.filter(({ proof }) => proof === '')).toEqual([])
  })

  test('departs where the security page says why, and nowhere else', () => {
    const departures = ledger.filter(({ state }) => state === 'departed').map(({ id }) => id)
    expect(departures).toEqual(['6.2.5', '6.2.9', '6.3.3', '6.4.2'])
    const reasons = readFileSync(fromRoot('docs/security.md'), 'utf8')
    expect(departures.filter((id) => !reasons.includes(`| ${id} `))).toEqual([])
  })
})
