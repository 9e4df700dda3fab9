import { checkUserId, checkUserIdAgainstNames, type PersonNames } from './user-id.ts'
import { seededRandom, type Random } from '../shared/seeded-random.ts'

/** Short, kind and easy to say in English and Spanish; none longer than six letters, so that all fit with digits. */
const firstWords =
  'amber azul blue bright brisa calm clear coral dulce fresh gentle golden green happy jade kind light lima luna merry miel noble plum quiet rosa royal silver sol sunny super swift teal tierra verde violet warm'.split(
    ' ',
  )
const secondWords =
  'bamboo barca beach bridge brook canoe cedar cielo cloud clover comet coral daisy faro field flor fern finch garden harbor heron island kite lake lantern maple meadow nube otter palma panda parrot pebble pine piano plaza puente rio robin sail salsa sparrow spruce star stone sun tulip violin willow'.split(
    ' ',
  )

/** Digits that some read as a year, a hint or a code are left out. */
const unwanted = new Set([33, 42, 66, 69, 77, 88])

/** Candidates that are thrown away before giving up: only names that are part of nearly every word get there. */
const mostAttempts = 2000

/**
 * User IDs to offer when the wanted one is taken, one after another and none twice: first the wanted one with two
 * digits, then two words with two digits. Each keeps all rules on user IDs; whether it is free, the caller asks. The
 * same seed gives the same ones in the same order.
 */
export function* userIdSuggestions(seed: number, names: PersonNames, wanted = ''): Generator<string, void> {
  const random = seededRandom(seed)
  const offered = new Set<string>()
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const candidate = attempt < 3 ? `${wanted}${twoDigits(random)}` : twoWords(random)
    const issues = [...checkUserId(candidate), ...checkUserIdAgainstNames(candidate, names)]
    const isNew = !offered.has(candidate.toLowerCase())
    if (issues.length > 0 || !isNew || (attempt < 3 && offered.size > 0)) continue
    offered.add(candidate.toLowerCase())
    yield candidate
  }
}

function twoWords(random: Random): string {
  return `${random.oneOf(firstWords)}${random.oneOf(secondWords)}${twoDigits(random)}`
}

function twoDigits(random: Random): number {
  const digits = 20 + random.below(79)
  return unwanted.has(digits) ? 20 : digits
}
