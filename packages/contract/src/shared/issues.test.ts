import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { issuesOf, toPointer } from './issues.ts'
import { crossFieldRule, rule } from './rule.ts'

const text = z.strictObject({ text: z.string().check(z.minLength(2), z.maxLength(3)) })

function said(schema: z.core.$ZodType, value: unknown): string[] {
  return issuesOf(schema, value).map(
    ({ pointer, code, params }) => `${pointer} ${code} ${JSON.stringify(params ?? {})}`,
  )
}

/** As it arrives: only JSON.parse makes an own property of that name. */
function json(body: string): unknown {
  return JSON.parse(body)
}

describe('the issues of a value', () => {
  it.each<[string, z.core.$ZodType, unknown, string[]]>([
    ['nothing', text, { text: 'ab' }, []],
    ['a field that is not there', text, {}, ['/text field.required {}']],
    ['a value that is not there', text, undefined, [' field.required {}']],
    ['null', text, { text: null }, ['/text field.wrong_type {"expected":"string"}']],
    ['a number for a text', text, { text: 12 }, ['/text field.wrong_type {"expected":"string"}']],
    ['a list for an object', text, [], [' field.wrong_type {"expected":"object"}']],
    [
      'an operator object',
      text,
      { text: { contains: '' } },
      ['/text field.wrong_type {"expected":"string"}'],
    ],
    ['a short text', text, { text: 'a' }, ['/text text.too_small {"min":2}']],
    ['a long text', text, { text: 'abcd' }, ['/text text.too_big {"max":3}']],
    ['a short list', z.array(z.string()).check(z.minLength(1)), [], [' list.too_small {"min":1}']],
    ['a long list', z.array(z.string()).check(z.maxLength(1)), ['a', 'b'], [' list.too_big {"max":1}']],
    ['a small number', z.number().check(z.minimum(1)), 0, [' number.too_small {"min":1}']],
    ['a large number', z.number().check(z.maximum(1)), 2, [' number.too_big {"max":1}']],
    [
      'an odd number',
      z.number().check(z.multipleOf(2)),
      3,
      [' field.wrong_format {"format":"not_multiple_of"}'],
    ],
    ['none of a list', z.enum(['a', 'b']), 'c', [' field.not_an_option {"options":"a, b"}']],
    [
      'an operator object for one of a list',
      z.enum(['a']),
      { in: ['a'] },
      [' field.wrong_type {"expected":"string"}'],
    ],
    ['another type for a fixed value', z.literal(true), 'yes', [' field.wrong_type {"expected":"boolean"}']],
    ['one of a list that is not there', z.object({ a: z.enum(['x']) }), {}, ['/a field.required {}']],
    [
      'a text of another form',
      z.string().check(z.regex(/^a$/)),
      'b',
      [' field.wrong_format {"format":"regex"}'],
    ],
    [
      'a text of another form that has a name',
      z.string().check(z.regex(/^a$/, 'the letter a')),
      'b',
      [' field.wrong_format {"format":"the letter a"}'],
    ],
    [
      'none of several shapes',
      z.union([z.string(), z.number()]),
      true,
      [' field.wrong_format {"format":"invalid_union"}'],
    ],
    [
      'a wrong key',
      z.record(z.string().check(z.regex(/^a$/)), z.string()),
      { b: '' },
      ['/b field.wrong_format {"format":"invalid_key"}'],
    ],
    [
      'a wrong entry',
      z.map(z.string(), z.string()),
      new Map([['a', 1]]),
      ['/a field.wrong_type {"expected":"string"}'],
    ],
    [
      'a wrong entry under no name',
      z.map(z.any(), z.string()),
      new Map([[{}, 1]]),
      [' field.wrong_format {"format":"invalid_element"}'],
    ],
    ['a rule of ours', z.string().check(rule(() => [{ code: 'user_id.taken' }])), 'a', [' user_id.taken {}']],
    ['a check without a code', z.string().check(z.refine(() => false)), 'a', [' field.wrong_format {}']],
  ])('for %s', (_, schema, value, issues) => {
    expect(said(schema, value)).toEqual(issues)
  })

  it.each(['extra', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ''])(
    'name the unknown field %j, and go on',
    (key) => {
      expect(said(text, json(`{"text": 1, ${JSON.stringify(key)}: {"isAdmin": true}}`))).toEqual([
        '/text field.wrong_type {"expected":"string"}',
        `/${key} field.unknown {}`,
      ])
    },
  )

  it('name the unknown field of an inner object by its whole way', () => {
    const schema = z.strictObject({ list: z.array(text) })
    expect(said(schema, json('{"list": [{"text": "ab"}, {"text": "ab", "__proto__": 1}]}'))).toEqual([
      '/list/1/__proto__ field.unknown {}',
    ])
  })

  it('leave no trace on the prototype of what was read', () => {
    issuesOf(z.object({}), json('{"__proto__": {"isAdmin": true}}'))
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })
})

describe('a rule over several fields', () => {
  const schema = z
    .strictObject({ one: z.string().check(z.minLength(3)), two: z.number() })
    .check(crossFieldRule(({ one }) => (one === 'x' ? [{ path: ['two'], code: 'user_id.taken' }] : [])))

  it('is told beside what is wrong with single fields', () => {
    expect(said(schema, { one: 'x', two: 'no', extra: 1 })).toEqual([
      '/one text.too_small {"min":3}',
      '/two field.wrong_type {"expected":"number"}',
      '/extra field.unknown {}',
      '/two user_id.taken {}',
    ])
  })

  it.each([null, 'text', 7, undefined, []])('does not look into %j', (value) => {
    expect(issuesOf(schema, value)).toHaveLength(1)
  })
})

describe('a pointer', () => {
  it.each<[PropertyKey[], string]>([
    [[], ''],
    [['a', 0, 'b'], '/a/0/b'],
    [['a/b', 'c~d', '~1', ''], '/a~1b/c~0d/~01/'],
  ])('to %j is %j', (path, pointer) => {
    expect(toPointer(path)).toBe(pointer)
  })

  it('can be read back, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (path) => {
        const read = toPointer(path).split('/').slice(1)
        expect(read.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))).toEqual(path)
      }),
    )
  })
})
