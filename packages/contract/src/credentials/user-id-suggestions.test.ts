import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { userIdSuggestions } from './user-id-suggestions.ts'
import { checkUserId, checkUserIdAgainstNames } from './user-id.ts'

function firstOnes(count: number, ...args: Parameters<typeof userIdSuggestions>): string[] {
  const found: string[] = []
  for (const userId of userIdSuggestions(...args)) {
    if (found.length === count) break
    found.push(userId)
  }
  return found
}

describe('suggested user IDs', () => {
  it('keep every rule, whoever asks', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('Rosa', 'Luna', 'Sol', 'Violet Sun', 'Añil', 'Marisol'),
    )
    fc.assert(
      fc.property(
        fc.integer(),
        name,
        name,
        fc.string({ maxLength: 20 }),
        (seed, firstName, lastName, wanted) => {
          const names = { firstName, lastName }
          for (const userId of firstOnes(10, seed, names, wanted)) {
            expect([...checkUserId(userId), ...checkUserIdAgainstNames(userId, names)]).toEqual([])
          }
        },
      ),
    )
  })

  it('are three and more, all different', () => {
    const offered = firstOnes(200, 7, { firstName: 'Rosa', lastName: 'Luna' })
    expect(new Set(offered.map((userId) => userId.toLowerCase())).size).toBe(200)
  })

  it('begin with the wanted one when that only needs digits', () => {
    const [first, second] = firstOnes(2, 7, {}, 'TulipFan')
    expect(first).toMatch(/^TulipFan\d\d$/)
    expect(second).not.toContain('TulipFan')
  })

  it('leave the wanted one out when it breaks a rule', () => {
    expect(firstOnes(20, 7, { lastName: 'Fanning' }, 'fanning')).not.toContainEqual(
      expect.stringMatching(/fanning/i),
    )
    expect(firstOnes(20, 7, {}, 'fourteenletter')).not.toContainEqual(expect.stringMatching(/fourteen/))
  })

  it('are the same for the same seed and others for another', () => {
    expect(firstOnes(5, 11, {})).toEqual(firstOnes(5, 11, {}))
    expect(firstOnes(5, 11, {})).not.toEqual(firstOnes(5, 12, {}))
  })
})
