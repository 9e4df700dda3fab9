import { expect, it } from 'vitest'
import { Problem } from './problem.ts'
import { readJson } from './read-json.ts'

const read = (text: string) => readJson(new TextEncoder().encode(text))

function issuesOf(text: string): unknown {
  try {
    return read(text)
  } catch (error) {
    return error instanceof Problem ? error.options.errors : error
  }
}

it('refuses a name at any depth that records would leave out in silence', () => {
  expect(issuesOf('{"changes":[{"details":{"__proto__":{"isAdmin":true}}}]}')).toEqual([
    { pointer: '/changes/0/details/__proto__', code: 'field.unknown' },
  ])
  expect(issuesOf('{"changes":[{"details":{"constructor":1}}]}')).toEqual({
    changes: [{ details: { constructor: 1 } }],
  })
})
