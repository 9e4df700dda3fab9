import { checkUserId, checkUserIdAgainstNames, type PersonNames } from './user-id.ts'

/** Kind words that are easy to say, spell and remember, in either language. */
const words = [
  'amber',
  'aurora',
  'bamboo',
  'breeze',
  'brook',
  'canoe',
  'cedar',
  'cielo',
  'clover',
  'cobalt',
  'comet',
  'coral',
  'daisy',
  'ember',
  'fern',
  'flora',
  'garden',
  'harbor',
  'hazel',
  'indigo',
  'island',
  'jade',
  'kite',
  'lago',
  'lantern',
  'lemon',
  'lilac',
  'luna',
  'maple',
  'meadow',
  'melody',
  'mint',
  'mosaic',
  'nube',
  'ocean',
  'olive',
  'orchid',
  'pearl',
  'pebble',
  'piano',
  'pine',
  'plum',
  'poppy',
  'prairie',
  'river',
  'robin',
  'rosa',
  'saffron',
  'shore',
  'sierra',
  'silver',
  'sol',
  'sparrow',
  'spruce',
  'star',
  'sunny',
  'tulip',
  'velvet',
  'violet',
  'willow',
] as const

const maxTries = 400

export interface SuggestionRequest {
  readonly names: PersonNames
  /** How many different ones. */
  readonly count: number
  /** The same seed gives the same suggestions. */
  readonly seed: string
}

/** User IDs that keep every rule for this person; whether they are free is the server's to say. */
export function suggestUserIds({ names, count, seed }: SuggestionRequest): string[] {
  const random = randomFrom(seed)
  const found = new Set<string>()
  for (let attempt = 0; attempt < maxTries && found.size < count; attempt += 1) {
    const candidate = `${pick(random)}${pick(random)}${String(10 + Math.floor(random() * 90))}`
    const broken = [...checkUserId(candidate), ...checkUserIdAgainstNames(candidate, names)]
    if (broken.length === 0) found.add(candidate)
  }
  return [...found]
}

function pick(random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? words[0]
}

/** Mulberry32 over an FNV-1a hash: small, even, and no secret depends on it. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
