import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestUserIds } from './user-id-suggestions.ts'
import { checkUserId, checkUserIdAgainstNames } from './user-id.ts'

describe('suggested user IDs', () => {
  it('keep every rule, whoever asks', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('Rosa', 'Luna', 'Sol', 'Violet Sun', 'Añil', 'Marisol'),
    )
    fc.assert(
      fc.property(
        fc.string(),
        name,
        name,
        fc.string({ maxLength: 20 }),
        (seed, firstName, lastName, wanted) => {
          const names = { firstName, lastName }
          const offered = suggestUserIds({ names, count: 10, seed, wanted })
          expect(offered).toHaveLength(10)
          for (const userId of offered) {
            expect([...checkUserId(userId), ...checkUserIdAgainstNames(userId, names)]).toEqual([])
          }
        },
      ),
    )
  })

  it('are as many as asked for, all different', () => {
    const offered = suggestUserIds({ names: { firstName: 'Rosa', lastName: 'Luna' }, count: 200, seed: 'a' })
    expect(new Set(offered.map((userId) => userId.toLowerCase())).size).toBe(200)
  })

  it('begin with the wanted one when that only needs digits', () => {
    const offered = suggestUserIds({ names: {}, count: 3, seed: 'a', wanted: 'TulipFan' })
    expect(offered[0]).toMatch(/^TulipFan\d\d$/)
    expect(offered[1]).not.toContain('TulipFan')
  })

  it.each([
    ['holds a name', { lastName: 'Fanning' }, 'fanning'],
    ['is too long for digits', {}, 'fourteenletter'],
    ['has a sign in it', {}, 'two-words'],
  ])('leave the wanted one out when it %s', (_, names, wanted) => {
    for (const userId of suggestUserIds({ names, count: 5, seed: 'a', wanted }))
      expect(userId).not.toContain(wanted)
  })

  it('are the same for the same seed and others for another', () => {
    const offered = suggestUserIds({ names: {}, count: 5, seed: 'one' })
    expect(suggestUserIds({ names: {}, count: 5, seed: 'one' })).toEqual(offered)
    expect(suggestUserIds({ names: {}, count: 5, seed: 'two' })).not.toEqual(offered)
  })

  it('end with what there is, when names leave nothing to offer', () => {
    const syllables = {
      firstName: 'amb azu blu bri cal cle cor dul fre gen gol gre hap jad kin lig lim lun mer mie',
      lastName: 'nob plu qui ros roy sil sol sun sup swi tea tie ver vio war',
    }
    expect(suggestUserIds({ names: syllables, count: 3, seed: 'a' })).toEqual([])
  })
})
