import type { Random } from '../shared/seeded-random.ts'

const digits = '0123456789'
const signs = '!@#$%&*?.-_+='
const ornaments = [
  '1!',
  '123!',
  '1@',
  '12#',
  '!1',
  '2024!',
  '1985$',
  '@1',
  '007!',
  '69!',
  '01*',
  '#1',
  '99&',
  '123456!',
]

/** How people write letters with digits and signs, as the lists of password crackers have it. */
const leet: Readonly<Record<string, string>> = {
  a: '4@',
  b: '8',
  e: '3',
  g: '96',
  i: '1!',
  l: '1|',
  o: '0',
  s: '5$',
  t: '7+',
  z: '2',
}

/**
 * A listed password made to fit the rules in one of the usual ways: letters in the other case, letters written as
 * digits and signs, digits and signs put before and after. Null when it cannot be made to fit.
 */
export function disguise(listed: string, random: Random): string | null {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const password = adorn(substitute(recase(listed.toLowerCase(), random), random), random)
    if (fitsTheRules(password)) return password
  }
  return null
}

/** The Department's rules, said once more and in other words than in the code that is tested. */
export function fitsTheRules(password: string): boolean {
  return /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^A-Za-z0-9])[!-~]{9,15}$/.test(password)
}

function recase(word: string, random: Random): string {
  const letters = [...word]
  switch (random.below(5)) {
    case 0:
      return letters.map((letter, at) => (at % 2 === 0 ? letter.toUpperCase() : letter)).join('')
    case 1:
      return letters.map((letter) => (random.chance(0.4) ? letter.toUpperCase() : letter)).join('')
    case 2:
      return word.slice(0, -1) + word.slice(-1).toUpperCase()
    default:
      return word.replace(/[a-z]/, (first) => first.toUpperCase())
  }
}

function substitute(word: string, random: Random): string {
  const often = random.oneOf([0, 0, 0.2, 0.5, 1])
  return [...word]
    .map((letter) => {
      const others = leet[letter.toLowerCase()]
      return others !== undefined && random.chance(often) ? random.pick(others) : letter
    })
    .join('')
}

function adorn(word: string, random: Random): string {
  let password = word
  if (random.chance(0.15)) password = random.pick(signs) + password
  if (random.chance(0.1)) password = random.pick(digits) + password
  if (random.chance(0.7)) password += random.oneOf(ornaments)
  while (password.length < 9 || (!/[^A-Za-z0-9]/.test(password) && password.length < 15)) {
    password += random.chance(0.5) ? random.pick(signs) : random.pick(digits)
  }
  return password
}
