const ascending = (values: readonly number[]): number[] => values.toSorted((one, other) => one - other)

/** The smallest value that this share of all values (0 to 1) does not exceed. Throws when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const found = ascending(values)[Math.max(0, Math.ceil(share * values.length) - 1)]
  if (found === undefined) throw new Error('Nothing was measured.')
  return found
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * How often a value of the first sample is the greater one when one of each is drawn, ties counted half (the area under
 * the curve of the rank test by Mann and Whitney): 0.5 when the two cannot be told apart.
 */
export function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  if (first.length === 0 || second.length === 0) throw new Error('Nothing was measured.')
  let greater = 0
  for (const one of first) for (const other of second) greater += one > other ? 1 : one === other ? 0.5 : 0
  return greater / (first.length * second.length)
}

/**
 * Adds what a paced probe could not send while it waited: an answer that took three intervals would have kept two more
 * requests waiting, each an interval less.
 */
export function withOmitted(waits: readonly number[], interval: number): number[] {
  return waits.flatMap((wait) => {
    const all = [wait]
    for (let rest = wait - interval; rest > 0; rest -= interval) all.push(rest)
    return all
  })
}

/** How many there are of each, the most frequent first: "201 × 34, 503 × 12". */
export function countEach(values: Iterable<string | number>): string {
  const counts = new Map<string | number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one)
  return sorted.map(([value, count]) => `${value} × ${count}`).join(', ')
}
