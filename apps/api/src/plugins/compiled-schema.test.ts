import { caseResponse } from '@connect/contract/rooms/cases'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { compiledSchema } from './compiled-schema.ts'

const answer = {
  id: '019e0000-0000-7000-8000-000000000001',
  asOf: '2026-11-20T08:00:00Z',
  today: '2026-11-21',
  clientId: null,
  members: [{ id: 'M-1', firstName: 'Rosa', lastName: 'Example', you: true }],
  programs: [],
  nextIssuances: [],
  deadlines: [],
  office: null,
}

const compiled = compiledSchema(caseResponse)

describe('a compiled schema', () => {
  test('takes what the schema takes, as it is', () => {
    expect(z.safeEncode(compiled, answer)).toEqual({ success: true, data: answer })
  })

  test.each([
    ['a field too many', { ...answer, secret: 'heron' }],
    ['a field too many further down', { ...answer, members: [{ ...answer.members[0], ssn: '1234' }] }],
    ['a field too few', { ...answer, members: [{ id: 'M-1' }] }],
    ['another form', { ...answer, today: '11/21/2026' }],
    ['another type', { ...answer, office: 7 }],
  ])('refuses %s, for the same reasons', (_what, wrong) => {
    const { error } = z.safeEncode(compiled, wrong)
    expect(error?.issues).toEqual(z.safeParse(caseResponse, wrong).error?.issues)
    expect(error?.issues).not.toEqual([])
  })

  test('keeps the rules of lists and of whole objects', () => {
    const schema = z
      .strictObject({ list: z.array(z.string()).check(z.maxLength(1)) })
      .check(z.refine(({ list }) => list[0] !== 'no'))
    for (const list of [['a', 'b'], ['no']])
      expect(z.safeEncode(compiledSchema(schema), { list }).success).toBe(false)
  })
})
