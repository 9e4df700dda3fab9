import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { locales, type LocalizedText } from '../shared/text.ts'
import { readingGrade } from '../testing/readability.ts'
import { changeGroups } from './change-groups.ts'
import type { ChangeCondition, ChangeField, ChangeType } from './change-type.ts'
import { changeTypeOf, changeTypes, documentKinds } from './change-types.ts'

/** Every text of a kind that people read, in the order in which they meet it. */
function textsOf({ label, hint, date, fields, documents }: ChangeType): LocalizedText[] {
  const ofFields = fields.flatMap((field) => [
    field.label,
    ...(field.hint ? [field.hint] : []),
    ...(field.kind === 'choice' ? field.options.map((option) => option.label) : []),
  ])
  const ofDate = date.hint ? [date.label, date.hint] : [date.label]
  return [label, ...(hint ? [hint] : []), ...ofDate, ...ofFields, ...documents.map((one) => one.label)]
}

/** What another answer may be, so that a condition can look for it. */
function answersOf(field: ChangeField | undefined): readonly (string | boolean)[] {
  if (field?.kind === 'yes_no') return [true, false]
  return field?.kind === 'choice' ? field.options.map(({ id }) => id) : []
}

function hasRepeated(values: readonly unknown[]): boolean {
  return new Set(values).size < values.length
}

describe('the kinds of change', () => {
  it('are 22: eight of income, eight of living arrangements, six others', () => {
    const counts = changeGroups.map((group) => changeTypes.filter((type) => type.group === group).length)
    expect(counts).toEqual([8, 8, 6])
  })

  it('stand in the list that was made of their files, each with an id of its own', () => {
    const files = readdirSync(new URL('types/', import.meta.url))
    expect(changeTypes.map(({ id }) => `${id.replaceAll('_', '-')}.ts`).sort()).toEqual(files.sort())
  })

  it.each(changeGroups)('stand in their order in the group %s', (group) => {
    const positions = changeTypes.filter((type) => type.group === group).map(({ position }) => position)
    expect(positions).toEqual(positions.map((_position, index) => index + 1))
  })

  it('are found by id, and nothing else is', () => {
    for (const type of changeTypes) expect(changeTypeOf(type.id)).toBe(type)
    for (const id of ['', 'constructor', '__proto__', 'start job']) expect(changeTypeOf(id)).toBeUndefined()
  })

  it('offer to register to vote as the last question of a move, and leave it open whether it is answered', () => {
    const last = changeTypeOf('you_move')?.fields.at(-1)
    expect(last).toMatchObject({ id: 'voterRegistration', required: false, leftOpen: 'no_answer' })
    expect(answersOf(last)).toEqual(['yes', 'no', 'no_answer'])
    expect(last?.hint?.en).toMatch(/does not change how much help[\s\S]*do not check a box[\s\S]*help you/)
    expect(last?.hint?.en).toMatch(/right to privacy[\s\S]*State Elections Enforcement Commission/)
  })
})

describe.each(changeTypes.map((type) => [type.id, type] as const))('%s', (_id, type) => {
  it('asks a few questions, each with an id of its own that is no other part of a change', () => {
    const ids = type.fields.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThanOrEqual(11)
    expect(hasRepeated(ids)).toBe(false)
    expect(ids).not.toContain('changedOn')
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]{0,59}$/)
  })

  it('hangs questions on earlier ones and documents on any, by answers that these have', () => {
    const check = (when: ChangeCondition | undefined, earlier: readonly ChangeField[]) => {
      if (when === undefined) return
      const answers = answersOf(earlier.find(({ id }) => id === when.field))
      for (const answer of when.is) expect(answers, when.field).toContain(answer)
    }
    for (const [index, { when }] of type.fields.entries()) check(when, type.fields.slice(0, index))
    for (const { when } of type.documents) check(when, type.fields)
  })

  it('gives each answer to choose an id of its own, and leaves open only by one of them', () => {
    for (const field of type.fields.filter((one) => one.kind === 'choice')) {
      const ids = field.options.map(({ id }) => id)
      expect(ids.length).toBeGreaterThan(1)
      expect(hasRepeated(ids)).toBe(false)
      if (field.leftOpen !== undefined) expect(ids).toContain(field.leftOpen)
    }
  })

  it('names no question that is newer than its form', () => {
    for (const { since = 1 } of type.fields) expect(since).toBeLessThanOrEqual(type.version)
  })

  it('is due ten days after the change, and says who says so', () => {
    expect(type.due.days).toBe(10)
    expect(type.due.source).toContain('7 CFR 273.12')
  })

  it('has words in every language, and in Spanish not those of English', () => {
    for (const text of [...textsOf(type), type.searchWords]) {
      for (const locale of locales) expect(text[locale].trim(), JSON.stringify(text)).not.toBe('')
      if (text.en.includes(' ')) expect(text.es, text.en).not.toBe(text.en)
    }
  })

  it('reads in English at grade 6 or lower', () => {
    const sentences = textsOf(type).map(({ en }) => (/[.?]$/.test(en) ? en : `${en}.`))
    expect(readingGrade(sentences.join(' '))).toBeLessThanOrEqual(6)
  })

  it('speaks without blame and without exclamation marks', () => {
    for (const { en, es } of textsOf(type)) expect(`${en} ${es}`).not.toMatch(/[!¡]|invalid|inválid|illegal/i)
  })
})

describe('the kinds of documents', () => {
  it('have one label for one id, whatever change they help with', () => {
    const labels = new Map(documentKinds.map(({ id, label }) => [id, label]))
    for (const { documents } of changeTypes) {
      for (const { id, label } of documents) expect(label, id).toEqual(labels.get(id))
    }
    expect(hasRepeated(documentKinds.map(({ id }) => id))).toBe(false)
    expect(hasRepeated(documentKinds.map(({ label }) => label.en))).toBe(false)
    expect(hasRepeated(documentKinds.map(({ label }) => label.es))).toBe(false)
  })

  it('hold what a letter asked for and everything else', () => {
    const ids = documentKinds.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['pay_stub', 'requested', 'other']))
  })
})
