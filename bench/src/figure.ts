/** One thing that was measured, and what it may be. */
export interface Figure {
  readonly what: string
  readonly bound: string
  readonly measured: string
  readonly isWithin: boolean
}

/** A number as people read it: three digits that count. */
function inDigits(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
}

const withUnit = (value: number, unit: string): string => `${inDigits(value)}${unit === '' ? '' : ` ${unit}`}`

export function atMost(what: string, measured: number, bound: number, unit = ''): Figure {
  return {
    what,
    bound: `≤ ${withUnit(bound, unit)}`,
    measured: withUnit(measured, unit),
    isWithin: measured <= bound,
  }
}

export function atLeast(what: string, measured: number, bound: number, unit = ''): Figure {
  return {
    what,
    bound: `≥ ${withUnit(bound, unit)}`,
    measured: withUnit(measured, unit),
    isWithin: measured >= bound,
  }
}

export function around(what: string, measured: number, centre: number, spread: number): Figure {
  return {
    what,
    bound: `${inDigits(centre)} ± ${inDigits(spread)}`,
    measured: inDigits(measured),
    isWithin: Math.abs(measured - centre) <= spread,
  }
}

/** Something that may not happen at all; the exceptions that were seen are told. */
export function never(what: string, seen: readonly string[]): Figure {
  return {
    what,
    bound: 'none',
    measured: seen.length === 0 ? 'none' : seen.join('; '),
    isWithin: seen.length === 0,
  }
}

/** The figures below one another, each with its bound and verdict. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, bound, measured, isWithin }) => [
    isWithin ? 'ok' : 'FAIL',
    what,
    bound,
    measured,
  ])
  const all = [['', 'figure', 'bound', 'measured'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
