import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answersOf, changeIssues, draftIssues, visibleDocuments, visibleFields } from './change-details.ts'
import { changeTypeOf, changeTypes } from './change-types.ts'
import { draftChange } from './draft-change.ts'
import { exampleChanges, pathsOf } from './paths.ts'

const today = '2026-11-21'
const context = { today, memberIds: ['m-1'] }
const all = changeTypes.map((type) => [type.id, type] as const)

function pathsOfType(id: string) {
  const type = changeTypeOf(id)
  return type === undefined ? [] : pathsOf(type)
}

describe('the ways through the questions', () => {
  it('are one where nothing hangs on an answer', () => {
    expect(pathsOfType('start_job')).toEqual([{}])
  })

  it('are one for each answer that others hang on, and one more where it may be left open', () => {
    expect(pathsOfType('unemployment_ends')).toEqual([
      { reason: 'used_up' },
      { reason: 'back_to_work' },
      { reason: 'denied' },
      { reason: 'other' },
      {},
    ])
  })

  it('go on only where the question before is asked', () => {
    expect(pathsOfType('you_marry')).toEqual([
      { livesHere: true, hasIncome: true },
      { livesHere: true, hasIncome: false },
      { livesHere: false },
    ])
  })
})

describe.each(all)('%s', (_id, type) => {
  const examples = exampleChanges(type, { today, memberId: 'm-1' })

  it('shows every question on one of its ways, and every document that helps', () => {
    const shown = pathsOf(type).flatMap((path) => visibleFields(type, path).map(({ id }) => id))
    expect(new Set(shown)).toEqual(new Set(type.fields.map(({ id }) => id)))
    const helpful = pathsOf(type).flatMap((path) => visibleDocuments(type, path).map(({ id }) => id))
    expect(new Set(helpful)).toEqual(new Set(type.documents.map(({ id }) => id)))
  })

  it('is submitted on each way, and keeps each answer', () => {
    for (const change of examples) {
      expect(z.safeParse(draftChange, change).error).toBeUndefined()
      expect(draftIssues(change, context)).toEqual([])
      expect(changeIssues(change, context)).toEqual([])
      expect(answersOf(change).details).toMatchObject(change.details ?? {})
    }
  })

  it('misses on each way exactly what is required of what is asked', () => {
    for (const { details = {}, ...change } of examples) {
      for (const field of visibleFields(type, details)) {
        const rest = { ...details }
        Reflect.deleteProperty(rest, field.id)
        const found = changeIssues({ ...change, details: rest }, context)
        const own = found.filter(({ pointer }) => pointer.startsWith(`/details/${field.id}`))
        expect(own.length > 0, field.id).toBe(field.required)
        expect(
          own.every(({ code }) => code.endsWith('.required')),
          field.id,
        ).toBe(true)
      }
    }
  })

  it('leaves out on each way what was answered to a question that is hidden now', () => {
    const everything = Object.assign({}, ...examples.map(({ details }) => details)) as object
    for (const change of examples) {
      const more = { ...change, details: { ...everything, ...change.details } }
      const visible = visibleFields(type, more.details).map(({ id }) => id)
      expect(changeIssues(more, context)).toEqual([])
      expect(visible).toEqual(expect.arrayContaining(Object.keys(answersOf(more).details)))
    }
  })
})
