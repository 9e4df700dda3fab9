import { describe, expect, it } from 'vitest'
import { passwordRules, rulesKept } from './password-rules.ts'

/** What is still open; the list of well-known passwords is there and does not hold it, unless told. */
const open = (password: string, list: { isWellKnown: boolean | undefined } = { isWellKnown: false }) => {
  const kept = rulesKept(password, 'maple42', list.isWellKnown)
  return passwordRules.filter((rule) => !kept.has(rule))
}

describe('the checklist of the password', () => {
  it('has every line ticked for a good password', () => {
    expect(open('Quiet-Lake7')).toEqual([])
  })

  it('has nothing ticked before anything is typed', () => {
    expect(open('')).toEqual([...passwordRules])
  })

  it.each([
    ['Quiet-7', ['length', 'wellKnown']],
    ['Quiet-Lake7-and-more', ['length']],
    ['QUIET-LAKE7', ['lowerCase']],
    ['quiet-lake7', ['upperCase']],
    ['Quiet-Lakes', ['digit']],
    ['QuietLake77', ['special']],
    ['Quiet- Lake7', ['plain']],
    ['Quiet-Láke7', ['plain']],
    ['x-MAPLE42-x', ['userId']],
  ])('leaves open what %j still lacks', (password, rules) => {
    expect(open(password)).toEqual(rules)
  })

  it('does not tick the last line until the list of well-known passwords is there', () => {
    expect(open('Quiet-Lake7', { isWellKnown: undefined })).toEqual(['wellKnown'])
    expect(open('Passw0rd!1', { isWellKnown: true })).toEqual(['wellKnown'])
  })
})
