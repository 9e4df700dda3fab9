/** Keys as they lie: the main block of a US keyboard, and the number pad of keyboards and of phones. */
const boards = [
  ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'],
  ['789', '456', '123'],
  ['abcdefghijklmnopqrstuvwxyz'],
] as const

/** What the shift key makes of the signs, undone. */
const shifted = new Map(
  Array.from('!@#$%^&*()_+{}:"<>?').map((sign, at) => [sign, "1234567890-=[];',./".charAt(at)]),
)

const shortestRun = 3

/** So many characters may be left over beside the patterns, as in `Aa123456!`. */
const leftOver = 3

/** Fewer than this many characters of pattern prove nothing. */
const leastPattern = 6

/**
 * Whether a password is nothing but rows of keys (`qwerty`, `1qaz`, `!@#`), stretches of the alphabet, one thing over
 * and over, and years, with at most three characters beside them.
 */
export function isKeyboardPattern(password: string): boolean {
  const keys = [...password.toLowerCase()].map((sign) => shifted.get(sign) ?? sign).join('')
  let covered = 0
  for (let at = 0; at < keys.length;) {
    const length = patternAt(keys, at)
    covered += length
    at += Math.max(length, 1)
  }
  return covered >= leastPattern && keys.length - covered <= leftOver
}

/** Length of the longest pattern that starts here; 0 when there is none. */
function patternAt(keys: string, at: number): number {
  const rest = keys.slice(at)
  const longest = Math.max(
    yearLength(rest),
    repeatLength(rest),
    ...boards.map((board) => walkLength(board, rest)),
  )
  return longest >= shortestRun ? longest : 0
}

function yearLength(rest: string): number {
  return /^(?:19|20)\d\d/.test(rest) ? 4 : 0
}

/** One to four characters, again and again: at least three times, or twice when there are three or more of them. */
function repeatLength(rest: string): number {
  const single = /^(.)\1{2,}/.exec(rest)?.[0].length ?? 0
  const pair = /^(..)\1{2,}/.exec(rest)?.[0].length ?? 0
  const more = /^(.{3,7})\1+/.exec(rest)?.[0].length ?? 0
  return Math.max(single, pair, more)
}

/** A walk from key to neighbouring key that never turns. */
function walkLength(board: readonly string[], rest: string): number {
  const spots = [...rest].map((key) => spotOf(board, key))
  const direction = stepBetween(spots[0], spots[1])
  if (!direction) return 0
  let length = 2
  while (isSameStep(stepBetween(spots[length - 1], spots[length]), direction)) length += 1
  return length
}

interface Spot {
  readonly row: number
  readonly column: number
}

function spotOf(board: readonly string[], key: string): Spot | undefined {
  const row = board.findIndex((keys) => keys.includes(key))
  return row < 0 ? undefined : { row, column: board[row]?.indexOf(key) ?? 0 }
}

/** The step from one key to a neighbour of it; undefined when they are none. */
function stepBetween(from: Spot | undefined, to: Spot | undefined): Spot | undefined {
  if (!from || !to) return undefined
  const step = { row: to.row - from.row, column: to.column - from.column }
  const near = Math.abs(step.row) <= 1 && Math.abs(step.column) <= 1
  return near && (step.row !== 0 || step.column !== 0) ? step : undefined
}

function isSameStep(step: Spot | undefined, direction: Spot): boolean {
  return step?.row === direction.row && step.column === direction.column
}
