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

export interface SuggestionWish {
  /** Whose names the user IDs have to be free of. */
  readonly names: PersonNames
  readonly count: number
  /** The same seed gives the same user IDs in the same order. */
  readonly seed: string
  /** The one that could not be had; it is offered with two digits, where that keeps the rules. */
  readonly wanted?: string | undefined
}

/**
 * User IDs to offer when the wanted one cannot be had, all different: kind words and two digits. Each keeps all rules
 * on user IDs; whether it is free, the caller asks. Fewer than `count` only when the names leave nothing to offer.
 */
export function suggestUserIds({ names, count, seed, wanted }: SuggestionWish): string[] {
  const random = seededRandom(numberOf(seed))
  const allowed = (userId: string): boolean =>
    checkUserId(userId).length === 0 && checkUserIdAgainstNames(userId, names).length === 0
  const offered = new Set<string>()
  const nearby = `${wanted ?? ''}${twoDigits(random)}`
  if (allowed(nearby)) offered.add(nearby)
  for (let attempt = 0; attempt < mostAttempts && offered.size < count; attempt += 1) {
    const candidate = twoWords(random)
    if (allowed(candidate)) offered.add(candidate)
  }
  return [...offered].slice(0, count)
}

function twoWords(random: Random): string {
  return `${random.oneOf(firstWords)}${random.oneOf(secondWords)}${twoDigits(random)}`
}

function twoDigits(random: Random): number {
  const digits = 20 + random.below(79)
  return unwanted.has(digits) ? 20 : digits
}

/** A number that hangs on every character (FNV-1a). */
function numberOf(seed: string): number {
  let mixed = 0x811c9dc5
  for (const sign of seed) mixed = Math.imul(mixed ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return mixed >>> 0
}
