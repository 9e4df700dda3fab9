import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import { seededRandom, type Random } from '@connect/contract/shared/seeded-random'
import { describe, expect, it } from 'vitest'
import { drawQuestions } from './recovery.decoys.ts'

type Choice = readonly number[]

const count = 500
const places = secretQuestions.map((_, place) => place)
const idsOf = (choice: Choice) => choice.map((place) => secretQuestions[place]?.id ?? '')

/** Numbers from 0 up to 1. */
const fractions = (random: Random) => () => random.below(2 ** 31) / 2 ** 31

/** Five different questions, the likelier the heavier. */
function choose(weights: readonly number[], next: () => number): Choice {
  const left = [...weights]
  return Array.from({ length: 5 }, () => {
    let at = next() * left.reduce((sum, weight) => sum + weight, 0)
    const place = left.findIndex((weight) => (at -= weight) < 0)
    left[place] = 0
    return place
  })
}

const ascending = (choice: Choice): Choice => choice.toSorted((one, other) => one - other)

/** People as different as they may turn out to be. */
const peoples: readonly [string, (next: () => number) => Choice][] = [
  [
    'choose evenly',
    (next) =>
      choose(
        places.map(() => 1),
        next,
      ),
  ],
  [
    'like those that stand first in the list',
    (next) =>
      choose(
        places.map((place) => 1 / (place + 1.5)),
        next,
      ),
  ],
  [
    'mostly go down the list',
    (next) => {
      const choice = choose(
        places.map((place) => 1 / (place + 1.5)),
        next,
      )
      return next() < 0.7 ? ascending(choice) : choice
    },
  ],
  [
    'often take the first five as they stand',
    (next) =>
      next() < 0.3
        ? [0, 1, 2, 3, 4]
        : choose(
            places.map((place) => 1 + (place % 4)),
            next,
          ),
  ],
]

/** What somebody may look at to tell a decoy. */
const looks: Readonly<Record<string, (choice: Choice) => string[]>> = {
  'the questions': (choice) => choice.map(String),
  'the first one': ([first]) => [String(first)],
  'each at its place': (choice) => choice.map((place, index) => `${index} ${place}`),
  'each after another': (choice) => choice.slice(1).map((place, index) => `${choice[index] ?? ''} ${place}`),
  'the order': (choice) => [
    choice
      .slice(1)
      .map((place, index) => place > (choice[index] ?? 0))
      .join(),
  ],
  'the whole set': (choice) => [choice.join()],
}

/** Pearson's statistic of two samples as a standard normal one (Wilson and Hilferty); what is rare is counted together. */
function difference(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, [number, number]>()
  for (const [index, sample] of [one, other].entries())
    for (const value of sample) {
      const pair = counts.get(value) ?? [0, 0]
      pair[index === 0 ? 0 : 1] += 1
      counts.set(value, pair)
    }
  const often = [...counts.values()].filter(([mine, theirs]) => mine + theirs >= 10)
  const rest = (sample: readonly string[], index: 0 | 1) =>
    sample.length - often.reduce((sum, pair) => sum + pair[index], 0)
  const cells = [...often, [rest(one, 0), rest(other, 1)] as const].filter(
    ([mine, theirs]) => mine + theirs > 0,
  )
  const share = one.length / (one.length + other.length)
  const statistic = cells.reduce((sum, [mine, theirs]) => {
    const expected = (mine + theirs) * share
    return (
      sum +
      (mine - expected) ** 2 / expected +
      (theirs - (mine + theirs - expected)) ** 2 / (mine + theirs - expected)
    )
  }, 0)
  const freedom = cells.length - 1
  if (freedom === 0) return 0
  const spread = 2 / (9 * freedom)
  return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread)
}

/** One in a thousand. */
const tooDifferent = 3.1

describe('the questions of a user ID that nobody has', () => {
  describe.each(peoples)('where people %s', (_how, person) => {
    const next = fractions(seededRandom(20_261_121))
    const people = Array.from({ length: count }, () => person(next))
    const chosen = people.map(idsOf)
    const decoys = Array.from({ length: count }, () =>
      drawQuestions(chosen, next).map((id) => secretQuestions.findIndex((question) => question.id === id)),
    )

    it.each(Object.entries(looks))('cannot be told by %s (chi-square, 500 + 500)', (_what, look) => {
      expect(difference(people.flatMap(look), decoys.flatMap(look))).toBeLessThan(tooDifferent)
    })

    it('are five different ones each', () => {
      expect(decoys.every((choice) => new Set(choice).size === 5 && !choice.includes(-1))).toBe(true)
    })
  })

  it('would be told if they were drawn evenly where people do not choose so', () => {
    const next = fractions(seededRandom(7))
    const [, liking] = peoples[1] ?? []
    const people = Array.from({ length: count }, () => liking?.(next) ?? [])
    const even = Array.from({ length: count }, () =>
      choose(
        places.map(() => 1),
        next,
      ),
    )
    expect(difference(people.flat().map(String), even.flat().map(String))).toBeGreaterThan(tooDifferent)
  })

  it('are drawn where nobody has chosen any yet, and where one person has', () => {
    const next = fractions(seededRandom(3))
    const alone = idsOf([20, 19, 18, 17, 16])
    for (const chosen of [[], [alone]]) {
      const drawn = Array.from({ length: 50 }, () => drawQuestions(chosen, next))
      expect(drawn.every((ids) => new Set(ids).size === 5)).toBe(true)
      expect(new Set(drawn.map(String)).size).toBeGreaterThan(40)
    }
  })

  it('hang on the numbers alone that they are drawn with', () => {
    const chosen = Array.from({ length: 20 }, (_, index) =>
      idsOf([index, (index + 3) % 21, (index + 5) % 21, 20, 2]),
    )
    const [one, same] = [1, 1].map((seed) => drawQuestions(chosen, fractions(seededRandom(seed))))
    expect(same).toEqual(one)
  })
})
