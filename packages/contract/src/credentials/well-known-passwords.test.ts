import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, it } from 'vitest'
import { checkAgainstAllWellKnownPasswords } from './all-well-known-passwords.ts'
import { checkPassword } from './password.ts'
import { checkWellKnownPassword } from './well-known-passwords.ts'
import { disguise, fitsTheRules } from '../testing/disguised-passwords.ts'
import { seededRandom, type Random } from '../shared/seeded-random.ts'

const listed = dictionary['passwords-common']
const count = 10_000

function disguisedFrom(source: readonly string[], seed: number): string[] {
  const random = seededRandom(seed)
  const made: string[] = []
  while (made.length < count) {
    const password = disguise(random.oneOf(source), random)
    if (password !== null) made.push(password)
  }
  return made
}

function goodOnes(seed: number, make: (random: Random) => string): string[] {
  const random = seededRandom(seed)
  const made: string[] = []
  while (made.length < count) {
    const password = make(random)
    if (fitsTheRules(password)) made.push(password)
  }
  return made
}

function shareRefused(passwords: readonly string[], check: (value: string) => readonly unknown[]): number {
  return passwords.filter((password) => check(password).length > 0).length / passwords.length
}

const printable = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).join('')
const lettersDigitsAndFive = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@!#$&'

function ofSigns(signs: string) {
  return (random: Random): string =>
    Array.from({ length: 9 + random.below(7) }, () => random.pick(signs)).join('')
}

function ofFourWords(random: Random): string {
  const word = (): string => random.oneOf(dictionary['diceware-common'])
  const between = random.pick('-.+7#')
  const phrase = [word(), word(), word(), word()].map((each) => each.charAt(0).toUpperCase() + each.slice(1))
  return `${phrase.join(between).slice(0, 13)}${random.below(10)}${random.pick('!@#$&')}`
}

describe('well-known passwords in disguise', () => {
  it('are not refused by a plain list, since hardly one of the listed ones fits the other rules', () => {
    expect(listed.filter((password) => checkPassword(password).length === 0)).toEqual([])
  })

  it.each([1, 2, 3])('are refused, 99 in 100 of 10,000 made from the whole list (seed %i)', (seed) => {
    expect(
      shareRefused(disguisedFrom(listed, seed), checkAgainstAllWellKnownPasswords),
    ).toBeGreaterThanOrEqual(0.99)
  })

  it('are refused in the browser too, 99 in 100 of 10,000 made from the 10,000 commonest', () => {
    const commonest = listed.slice(0, 10_000)
    expect(shareRefused(disguisedFrom(commonest, 4), checkWellKnownPassword)).toBeGreaterThanOrEqual(0.99)
  })

  it.each([
    'Password1!',
    'P@ssw0rd1',
    '!!Pa$$w0rd99',
    'PASSw0rd#2024',
    '$unsh1nE2025!',
    'Sun-sh.ine_1',
    'Hell0Kitty!1',
    'Qwerty123!@#',
    '1qaz@WSX3e',
    'Aa123456!',
    'Abcd1234!',
    'Asdf;lkj12',
    'Zxcvbn.2024',
    'Abc123!@#Abc',
    'Summer2026!',
    'January#2026',
    'Hartford06105!',
    'Connecticut#1',
    'Bienvenido2026!',
    'Contrasena1!',
    'Tequiero123!',
    'Password1Aa!',
    'Iloveyou2!',
    'L3tMe1n!!',
    'Dragon$$$777',
  ])('%s is one', (password) => {
    expect(fitsTheRules(password)).toBe(true)
    expect(checkWellKnownPassword(password)).toEqual([{ code: 'password.well_known' }])
  })
})

describe('good passwords', () => {
  it.each<[string, (random: Random) => string]>([
    ['any printable signs', ofSigns(printable)],
    ['letters, digits and five signs', ofSigns(lettersDigitsAndFive)],
    ['four words, cut to fit', ofFourWords],
  ])('of %s are taken, 999 in 1,000 of 10,000', (_, make) => {
    const passwords = goodOnes(5, make)
    expect(shareRefused(passwords, checkAgainstAllWellKnownPasswords)).toBeLessThanOrEqual(0.001)
    expect(shareRefused(passwords, checkWellKnownPassword)).toBeLessThanOrEqual(0.001)
  })

  it.each(['kW7!quartzPy', 'Vt9#mLq2x', 'blueHeron-42q', 'Teal+Canoe4Ox', 'r4in!Bo8wTrk', 'Xq5$kejuWova'])(
    '%s is one',
    (password) => {
      expect(fitsTheRules(password)).toBe(true)
      expect(checkAgainstAllWellKnownPasswords(password)).toEqual([])
    },
  )
})
