/** Numbers that look random and are the same on every run (mulberry32). */
export interface Random {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number
  chance(probability: number): boolean
  pick(signs: string): string
  oneOf<T>(items: readonly T[]): T
}

/** The same seed gives the same numbers. Nothing secret may hang on them. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (signs) => signs.charAt(below(signs.length)),
    oneOf(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
  }
}
